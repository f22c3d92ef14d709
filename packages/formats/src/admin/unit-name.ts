import { readName } from '@giapranh/core';

export interface UnitName {
  /** With its type, in the official spelling of the type: `Thành phố Bắc Kạn`. */
  readonly name: string;
  readonly type: string;
  readonly shortName: string;
}

/** Takes `Thành Phố Bắc Kạn` apart, keeping its capitals; `undefined` when no type of unit stands in front. */
export function splitUnitName(text: string): UnitName | undefined {
  const full = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const { type, rest } = readName(full);
  if (type === null) return undefined;
  const shortName = full.slice(full.length - rest.length);
  return { name: `${type} ${shortName}`, type, shortName };
}
