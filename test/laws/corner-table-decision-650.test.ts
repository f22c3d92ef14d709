import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  drawnGazetteer,
  type Gazetteer,
  loadGeometryKernel,
  type Reading,
  resolveCornerTable,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDER } from '../corner-table/fixtures.js';

/** QĐ 650/QĐ-UBND of 15 April 2024, Bắc Kạn, as the province's portal printed it: meridian `106030’`, zone `MC 30`. */
const TEXT = readFileSync(new URL('qd-650-2024.txt', FOLDER), 'utf8');

describe('decision 650/QĐ-UBND on the reference data', () => {
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    const root = fileURLToPath(new URL('../../data', import.meta.url));
    const sources = await readProfileSources(root, 'bac-kan', await loadGeometryKernel());
    if (!sources.ok) throw new Error(JSON.stringify(sources.issues));
    gazetteer = drawnGazetteer(sources.value);
  });

  it('has one reading, in the right commune in both vintages', () => {
    const result = resolveCornerTable(TEXT, { gazetteer });
    expect(result.verdict).toBe('certain');
    const [best] = result.readings;
    expect(best?.crs).toBe('EPSG:9213');
    expect(best?.axis).toBe('x-north');
    // 2025: Nghiên Loan, Thái Nguyên; 2023: Xuân La of Pác Nặm, Bắc Kạn, through the lineage.
    expect(best?.units).toEqual(
      expect.arrayContaining([
        { code: '01882', vintage: '2025-07-01', name: 'Xã Nghiên Loan' },
        expect.objectContaining({ code: '060', vintage: '2023' }),
        expect.objectContaining({ code: '06', vintage: '2023' }),
      ]),
    );
    const place = best?.evidence.find((entry) => entry.kind === 'place')?.text.en;
    expect(place).toContain('Xuân La');
    expect(place).toContain('Nghiên Loan (01882)');
    expect(result.sites[0]).toMatchObject({
      shape: 'line',
      declared: { communes: ['Xuân La'], districts: ['Pác Nặm'], provinces: ['Bắc Kạn'] },
      area: { declared_m2: 36228 },
    });
    expect(result.sites[0]?.geometry?.type).toBe('LineString');
    expect(result.notes.map((note) => note.message.en)).toEqual(
      expect.arrayContaining(['"106030’" was read as 106°30′', '"MC 30" was read as 3°']),
    );
  });

  it('shows each wrong meridian as the neighbour it would land in', () => {
    const { readings } = resolveCornerTable(TEXT, { gazetteer });
    const of = (crs: string): Reading | undefined => readings.find((reading) => reading.crs === crs);
    for (const [crs, commune, province] of [
      // The road's first point falls in Linh Hồ, its middle in Vị Xuyên.
      ['EPSG:9210', 'Xã Vị Xuyên', 'Tuyên Quang'],
      ['EPSG:9211', 'Xã Lâm Bình', 'Tuyên Quang'],
      ['EPSG:9215', 'Xã Hạnh Phúc', 'Cao Bằng'],
    ] as const) {
      expect(of(crs)?.lands_in.vi).toContain(commune);
      expect(of(crs)?.lands_in.vi).toContain(province);
      expect(of(crs)?.score).toBeLessThan(1e-6);
      expect(of(crs)?.evidence.filter((entry) => entry.side === 'against').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('is settled by its places alone when the meridian is lost, and by nothing when they are lost too', () => {
    const bare = TEXT.replace(', Kinh tuyến trục 106030’ MC 30', '');
    expect(resolveCornerTable(bare, { gazetteer }).verdict).toBe('certain');
    const placeless = bare.replace(/, xã Xuân La, huyện Pác Nặm/, '').replace(' của UBND tỉnh Bắc Kạn', '');
    expect(resolveCornerTable(placeless, { gazetteer }).verdict).toBe('ambiguous');
  });
});
