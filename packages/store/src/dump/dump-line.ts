import type { LayerFeature } from '@giapranh/core';
import { decodeWkb, encodeWkb } from '@giapranh/core';
import type { DumpItem } from './dump-item.js';

/** Geometry as WKB in base64: JSON would lose the sign of a zero. */
export function lineOf(item: DumpItem): string {
  if (item.kind !== 'feature') return JSON.stringify(item);
  const { geometry, ...rest } = item.feature;
  const wkb = Buffer.from(encodeWkb(geometry)).toString('base64');
  return JSON.stringify({ ...item, feature: rest, wkb });
}

/** Throws on what `lineOf` did not write; the checksum has been compared before. */
export function itemOf(line: string): DumpItem {
  const item = JSON.parse(line) as DumpItem & { readonly wkb?: string };
  if (item.kind !== 'feature') return item;
  const geometry = decodeWkb(Buffer.from(item.wkb ?? '', 'base64')) as LayerFeature['geometry'];
  return { kind: 'feature', feature: { ...item.feature, geometry }, updatedAt: item.updatedAt };
}
