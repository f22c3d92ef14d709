import {
  type CornerPart,
  type CornerTableResult,
  crsDefinition,
  resolveCornerTable,
  type WrittenSite,
  writeCornerTable,
} from '@giapranh/core';
import { cornerTableFromBytes, cornerTableXlsx } from '@giapranh/formats';
import { expect, it } from 'vitest';
import { starCorners } from '../corner-table/made-site.js';
import { NA_KHUON } from '../corner-table/na-khuon.js';
import { Random } from '../corner-table/random.js';

const SEED = 650_2024;
/** Written to the millimetre: read back to half of one. */
const HALF_MILLIMETRE_m = 0.0005;
const SYSTEMS = ['EPSG:9213', 'EPSG:9210', 'EPSG:5897', 'EPSG:3405', 'EPSG:32648', 'EPSG:2044', 'EPSG:9215'];
const NAMES = [
  'Nà Khuôn',
  'Bản Sáp',
  'Cọn Luông – Mù Trị',
  'Lũng Cháy; khu B',
  'Mỏ đá "Kéo Pựt"',
  'Pác Nghiên 2',
];

function part(
  random: Random,
  middle: { north: number; east: number },
  radius_m: number,
  hole: boolean,
): CornerPart {
  const corners = starCorners(random, middle, radius_m, random.whole(3, 30));
  const prefix = random.pick(['', 'M', 'I-', 'A.']);
  return {
    hole,
    points: corners.map(({ north, east }, at) => ({ row: at, label: `${prefix}${at + 1}`, north, east })),
  };
}

function writtenSite(random: Random, at: number): WrittenSite {
  const middle = { north: 2_440_000 + at * 3_000, east: 430_000 + random.between(-5_000, 5_000) };
  const shape = random.pick(['ring', 'ring', 'ring', 'line', 'point'] as const);
  const first = part(random, middle, random.between(300, 500), false);
  const parts =
    shape === 'ring'
      ? [
          first,
          ...(random.chance(0.3) ? [part(random, middle, 60, true)] : []),
          ...(random.chance(0.3)
            ? [part(random, { north: middle.north, east: middle.east + 2_000 }, 400, false)]
            : []),
        ]
      : [shape === 'point' ? { hole: false, points: first.points.slice(0, random.whole(1, 3)) } : first];
  return {
    name: `${random.pick(NAMES)} ${at + 1}`,
    shape,
    parts,
    area_m2: shape === 'ring' ? null : Math.round(random.between(1_000, 90_000)),
    declared: {
      communes: random.pick([['Xuân La'], ['Nghĩa Tá', 'Lương Bằng'], []]),
      districts: random.pick([['Pác Nặm'], []]),
      provinces: ['Bắc Kạn'],
      mineral: random.pick([null, 'chì, kẽm', 'cát sỏi']),
      decision: random.pick([null, { number: '650/QĐ-UBND', date: '2024-04-15' }]),
    },
  };
}

function structureOf(sites: readonly Pick<WrittenSite, 'name' | 'shape' | 'declared' | 'parts'>[]): unknown {
  return sites.map(({ name, shape, declared, parts }) => ({
    name,
    shape,
    declared: { ...declared, mineral: declared.mineral },
    parts: parts.map(({ hole, points }) => ({ hole, labels: points.map((point) => point.label) })),
  }));
}

function numbersOf(sites: readonly Pick<WrittenSite, 'parts'>[]): number[] {
  return sites.flatMap((site) =>
    site.parts.flatMap((entry) => entry.points.flatMap(({ north, east }) => [north ?? 0, east ?? 0])),
  );
}

function expectSame(result: CornerTableResult, sites: readonly WrittenSite[], crs: string): void {
  expect(structureOf(result.sites)).toEqual(structureOf(sites));
  const [read, written] = [numbersOf(result.sites), numbersOf(sites)];
  expect(read.length).toBe(written.length);
  expect(Math.max(...read.map((value, at) => Math.abs(value - (written[at] ?? 0))))).toBeLessThan(
    HALF_MILLIMETRE_m,
  );
  expect(result.systems.map((system) => system.crs)).toEqual([crs]);
  expect(result.issues.map((entry) => entry.message.en)).toEqual([]);
}

function document(random: Random, crs: string) {
  const sites = Array.from({ length: random.whole(1, 4) }, (_, at) => writtenSite(random, at));
  return { crs, sites };
}

it('reads what it wrote to CSV: the same sites to the millimetre', () => {
  const random = new Random(SEED);
  for (let run = 0; run < 150; run += 1) {
    const { crs, sites } = document(random, SYSTEMS[run % SYSTEMS.length] ?? 'EPSG:9213');
    const text = writeCornerTable({ crs, sites });
    if (!text.ok) throw new Error(JSON.stringify(text.issues));
    expectSame(resolveCornerTable(text.value), sites, crs);
  }
});

it('reads what it wrote to XLSX: the same sites to the millimetre', async () => {
  const random = new Random(SEED + 1);
  for (let run = 0; run < 25; run += 1) {
    const { crs, sites } = document(random, SYSTEMS[run % SYSTEMS.length] ?? 'EPSG:9213');
    const bytes = await cornerTableXlsx({ crs, sites });
    if (!bytes.ok) throw new Error(JSON.stringify(bytes.issues));
    const input = await cornerTableFromBytes(bytes.value, 'written.xlsx');
    if (!input.ok) throw new Error(JSON.stringify(input.issues));
    expectSame(resolveCornerTable(input.value), sites, crs);
  }
});

it('writes the official layout: number, X north, Y east, decimal comma, meridian and zone, hectares', () => {
  const text = writeCornerTable({
    crs: '9213',
    decision: { number: '650/QĐ-UBND', date: '2024-04-15' },
    sites: [NA_KHUON],
  });
  expect(text.ok ? text.value : text.issues).toBe(
    [
      '\ufeffBẢNG TỌA ĐỘ CÁC ĐIỂM GÓC',
      'Quyết định số 650/QĐ-UBND ngày 15/4/2024',
      'Hệ tọa độ VN-2000, kinh tuyến trục 106°30′, múi chiếu 3° (EPSG:9213)',
      '',
      'Khu vực: Nà Khuôn',
      'Địa điểm: xã Xuân La, huyện Pác Nặm, tỉnh Bắc Kạn',
      'Diện tích: 4,9277 ha',
      'Số hiệu điểm;X (m);Y (m)',
      '1;2499512,340;418205,125',
      '2;2499688,915;418391,770',
      '3;2499455,218;418702,886',
      '',
      'Ghi chú: X là tọa độ Bắc, Y là tọa độ Đông, đơn vị mét.',
      '',
    ].join('\r\n'),
  );
  expect(crsDefinition('9213').ok).toBe(true);
});
