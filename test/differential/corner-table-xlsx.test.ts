import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WrittenSite } from '@giapranh/core';
import { cornerTableXlsx } from '@giapranh/formats';
import { expect, it } from 'vitest';

const CORNERS = [
  [2499512.34, 418205.125],
  [2499688.915, 418391.77],
  [2499455.218, 418702.886],
] as const;

const SITE: WrittenSite = {
  name: 'Nà Khuôn',
  shape: 'ring',
  area_m2: null,
  declared: {
    communes: ['Xuân La'],
    districts: ['Pác Nặm'],
    provinces: ['Bắc Kạn'],
    mineral: null,
    decision: null,
  },
  parts: [
    {
      hole: false,
      points: CORNERS.map(([north, east], at) => ({ row: at + 1, label: String(at + 1), north, east })),
    },
  ],
};

it('writes workbooks that GDAL reads: text as text, coordinates as numbers to the millimetre', async () => {
  const bytes = await cornerTableXlsx({ crs: 'EPSG:9213', sites: [SITE] });
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.issues));
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-xlsx-'));
  try {
    const file = join(folder, 'table.xlsx');
    writeFileSync(file, bytes.value);
    const read = execFileSync('ogr2ogr', ['-f', 'CSV', '/vsistdout/', file, '-oo', 'HEADERS=DISABLE'], {
      encoding: 'utf8',
    });
    expect(read).toContain('Địa điểm: xã Xuân La, huyện Pác Nặm, tỉnh Bắc Kạn');
    expect(read).toContain('kinh tuyến trục 106°30′');
    const numbers = read
      .split('\n')
      .map((line) => line.split(',').map((cell) => Number(cell.replaceAll('"', ''))))
      .filter(([label, north]) => Number.isInteger(label) && (north ?? 0) > 1_000_000);
    expect(numbers).toEqual(CORNERS.map(([north, east], at) => [at + 1, north, east]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
