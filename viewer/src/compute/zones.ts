import {
  borderZones,
  cornersOf,
  err,
  hectares,
  issue,
  ok,
  type Result,
  sharedBorder,
  type WrittenSite,
  writeCornerTable,
} from '@giapranh/core';
import type { CornerTableAsk, ZoneAnswer, ZoneAsk } from './protocol.js';
import type { World } from './world.js';

/** The same call as the command line's `zones`: the same ground, the same figures. */
export function zonesOf({ kernel, sources }: World, ask: ZoneAsk): Result<ZoneAnswer> {
  const drawing = sources.profile.vintages.find(({ id }) => id === ask.vintage)?.drawing;
  const [a, b] = ask.pair.map((code) =>
    sources.units.find(
      (unit) =>
        unit.code === code &&
        unit.vintage === ask.vintage &&
        unit.level === ask.level &&
        unit.drawing === drawing,
    ),
  );
  if (a === undefined || b === undefined) {
    return err(
      issue(
        'unit-not-drawn',
        ['pair'],
        'Một trong hai đơn vị chưa có dữ liệu ranh giới.',
        'One of the two units has no boundary data.',
      ),
    );
  }
  const border = sharedBorder(kernel, a, b);
  if (!border.ok) return border;
  const zones = borderZones(kernel, a, b, {
    widths_m: ask.widths_m,
    side: ask.side,
    ends: ask.ends,
    border: border.value,
    communes: sources.units.filter(({ level }) => level === 'commune'),
  });
  return zones.ok
    ? ok({ zones: zones.value, border: border.value }, [...border.notes, ...zones.notes])
    : zones;
}

/** The corners of zones in the official layout. */
export function zoneTable({ zones, crs }: CornerTableAsk): Result<string> {
  const sites: WrittenSite[] = [];
  for (const { geometry, side, other, inner_m, outer_m, area_m2 } of zones) {
    const corners = cornersOf(geometry, crs);
    if (!corners.ok) return corners;
    sites.push({
      name: `Dải ${inner_m}–${outer_m} m, phía ${side.name}, giáp ${other.name} (${hectares(area_m2).toFixed(4).replace('.', ',')} ha trên elipxoit)`,
      ...corners.value,
      declared: { communes: [], districts: [], provinces: [], mineral: null, decision: null },
      area_m2: null,
    });
  }
  return writeCornerTable({
    crs,
    title: 'BẢNG TỌA ĐỘ CÁC ĐIỂM GÓC CỦA DẢI PHÂN TÍCH',
    sites,
    notes: ['Dải phân tích theo khoảng cách, không phải ranh giới pháp lý.'],
  });
}
