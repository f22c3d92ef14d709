import { expect, it } from 'vitest';
import { statedSystem } from './stated-system.js';

function read(text: string) {
  return statedSystem([{ row: 1, text }]);
}

it('reads a meridian in every dress documents give it', () => {
  for (const [text, expected] of [
    ['Tọa độ VN 2000, Kinh tuyến trục 106030’ MC 30', 106.5],
    ['Hệ VN-2000, KTT 106°30′, múi chiếu 3°', 106.5],
    ['KTT: 105045’, múi 3 độ', 105.75],
    ['kinh tuyến trục 10630, múi chiếu 3', 106.5],
    ['Kinh tuyến trục 106 30', 106.5],
    ['kinh tuyến trục 106,5', 106.5],
    ['kinh tuyến trục: 106.25°', 106.25],
    ['kinh tuyến trục 107,45', 107.75],
    ['KTT 1050, MC 30', 105],
    ['KTT 105000’', 105],
    ['KTT 105', 105],
    ['kinh tuyến trục 106º30’00”', 106.5],
    ['kinh tuyến trục 106 độ 30 phút', 106.5],
    ["kinh tuyến trục địa phương 107o15'", 107.25],
    ["central meridian 106°30' zone 3", 106.5],
    ['(KTT: 106o30’; múi 3o)', 106.5],
    ['KTT 106⁰30’ múi 3⁰', 106.5],
  ] as const) {
    expect([text, read(text).meridian_deg]).toEqual([text, expected]);
  }
});

it('reads zone width, datum, UTM zone, code and scale', () => {
  expect(read('Tọa độ VN 2000, Kinh tuyến trục 106030’ MC 30')).toMatchObject({
    datum: 'VN-2000',
    zoneWidth_deg: 3,
    damages: [
      { written: '106030’', read: '106°30′' },
      { written: 'MC 30', read: '3°' },
    ],
  });
  expect(read('hệ tọa độ VN-2000 múi chiếu 6°').zoneWidth_deg).toBe(6);
  expect(read('WGS-84 UTM zone 48N')).toMatchObject({ datum: 'WGS 84', utmZone: 48 });
  expect(read('VN-2000, UTM, múi 49')).toMatchObject({ datum: 'VN-2000', utmZone: 49 });
  expect(read('EPSG:9213').crs).toBe('EPSG:9213');
  expect(read('hệ HN-72').datum).toBe('HN-72');
  expect(read('Hệ tọa độ Hà Nội 72').datum).toBe('HN-72');
  expect(read('k0 = 0,9999').k0).toBe(0.9999);
  expect(read('Hệ VN 2000, kinh tuyến trục………, múi chiếu………')).toMatchObject({
    datum: 'VN-2000',
    meridian_deg: null,
    zoneWidth_deg: null,
  });
});

it('says what was said twice and not alike', () => {
  expect(read('KTT 106°30′ … KTT 105°45′')).toMatchObject({
    meridian_deg: null,
    conflicts: ['106°30′, 105°45′'],
  });
});
