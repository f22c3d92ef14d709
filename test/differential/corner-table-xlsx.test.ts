import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cornerTableXlsx } from '@giapranh/formats';
import { expect, it } from 'vitest';
import { NA_KHUON } from '../corner-table/na-khuon.js';

it('writes workbooks that GDAL reads: text as text, coordinates as numbers to the millimetre', async () => {
  const bytes = await cornerTableXlsx({ crs: 'EPSG:9213', sites: [NA_KHUON] });
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
    const points = NA_KHUON.parts.flatMap((part) => part.points);
    expect(numbers).toEqual(points.map(({ north, east }, at) => [at + 1, north, east]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
