/** Types of unit, the longest first so that `Thị trấn` is not read as `Thị`. */
const TYPES = [
  'Thành phố',
  'Thị trấn',
  'Đặc khu',
  'Thị xã',
  'Phường',
  'Huyện',
  'Tỉnh',
  'Quận',
  'Xã',
] as const;

export interface UnitName {
  /** With its type, in the official spelling of the type: `Thành phố Bắc Kạn`. */
  readonly name: string;
  readonly type: string;
  readonly shortName: string;
}

/** Takes `Thành Phố Bắc Kạn` apart; `undefined` when no type of unit stands in front. */
export function splitUnitName(text: string): UnitName | undefined {
  const full = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const lower = full.toLocaleLowerCase('vi');
  const type = TYPES.find((candidate) => lower.startsWith(`${candidate.toLocaleLowerCase('vi')} `));
  if (type === undefined) return undefined;
  const shortName = full.slice(type.length + 1);
  return { name: `${type} ${shortName}`, type, shortName };
}
