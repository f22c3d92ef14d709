import { type BorderZone, hectares } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { ZoneAnswer } from '../compute/protocol.js';

export function borderFeature({ border: { geometry, a, b, length_m } }: ZoneAnswer): Feature {
  return {
    type: 'Feature',
    id: `${a.vintage}:${a.code}-${b.code}`,
    geometry,
    properties: { a: a.code, a_name: a.name, b: b.code, b_name: b.name, vintage: a.vintage, length_m },
  };
}

const HEAD = 'cap;phia;giap;tu_m;den_m;ma_xa;xa;dien_tich_ha;dien_tich_m2';
const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',');

/** A row a commune and ring; semicolons and decimal commas under a byte order mark, as Excel in Vietnam opens them. */
export function zoneCsv(zones: readonly BorderZone[]): string {
  const rows = zones.flatMap(({ pair, side, other, inner_m, outer_m, area_m2, communes }) => {
    const head = [pair, side.name, other.name, inner_m, outer_m];
    const parts = communes.length === 0 ? [{ code: '', name: '', area_m2 }] : communes;
    return parts.map(({ code, name, area_m2: part_m2 }) =>
      [...head, code, name, decimal(hectares(part_m2), 4), decimal(part_m2, 2)].join(';'),
    );
  });
  return `\ufeff${[HEAD, ...rows].join('\r\n')}\r\n`;
}
