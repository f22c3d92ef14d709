import { describe, expect, it } from 'vitest';
import { readSpot, type SpotContext } from './read-spot.js';

const BAC_KAN: SpotContext = {
  crs: ['EPSG:9213', 'EPSG:9209', 'EPSG:5896'],
  view: [105.3, 21.3, 107, 23],
};

function readings(text: string) {
  const read = readSpot(text, BAC_KAN);
  if (!read.ok) throw new Error(read.issues.map((one) => one.message.en).join('\n'));
  return read.value;
}

// cs2cs EPSG:9213 → EPSG:4326 of X 2499067.549, Y 417804.320: 22.58869310 N, 105.70250501 E.
const [NORTH, EAST] = [22.588_693, 105.702_505];

describe('readSpot', () => {
  it.each([
    '2499067,549 417804,320 KTT 106°30′',
    '417804.320 2499067.549 ktt 106o30',
    'X = 2499067,549; Y = 417804,320 (VN-2000, kinh tuyến trục 106°30’, múi chiếu 3°)',
    'EPSG:9213 2499067.549, 417804.320',
  ])('reads a pair with its system: %s', (text) => {
    const [reading, ...others] = readings(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ crs: 'EPSG:9213', stated: true });
    expect(reading?.lat).toBeCloseTo(NORTH, 5);
    expect(reading?.lon).toBeCloseTo(EAST, 5);
    expect(reading?.how.vi).toBe(
      'VN-2000, múi 3°, KTT 106°30′: X 2.499.067,549 m (bắc), Y 417.804,320 m (đông)',
    );
  });

  it('tries the systems of the profile where the text names none', () => {
    const all = readings('2499067,549 417804,320');
    expect(all.length).toBeGreaterThan(1);
    expect(all[0]).toMatchObject({ crs: 'EPSG:9213', stated: false });
  });

  it.each([
    '22,588693 105,702505',
    '105.702505 22.588693',
    '22°35′19,295″B 105°42′09,018″Đ',
    '105°42′09.018″E, 22°35′19.295″N',
    'N 22.588693 E 105.702505',
  ])('reads degrees in any order: %s', (text) => {
    const [reading] = readings(text);
    expect(reading?.crs).toBe('OGC:CRS84');
    expect(reading?.lat).toBeCloseTo(NORTH, 4);
    expect(reading?.lon).toBeCloseTo(EAST, 4);
  });

  it.each([
    ['Chợ Đồn', 'spot-unreadable'],
    ['984/TTg-KTN 2016', 'spot-unreadable'],
    ['2499067,549', 'spot-unreadable'],
    ['2499067,549 417804,320 1234567', 'spot-unreadable'],
    ['9499067,549 417804,320', 'spot-outside'],
    ['60,50 12,25', 'spot-outside'],
    ['2499067,549 417804,320 KTT 106°31′', 'crs-meridian-unknown'],
  ])('refuses %s', (text, code) => {
    const read = readSpot(text, BAC_KAN);
    expect(read.ok ? [] : read.issues.map((one) => one.code)).toEqual([code]);
  });
});
