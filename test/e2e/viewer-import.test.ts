import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser.js';
import { giapranh } from './cli-process.js';
import { drawnValues, settled } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const { visit, stay } = viewerVisits();
/** The ground is fetched and the engine started on two busy cores. */
const COMPUTED_ms = 90_000;
const FOLDER = 'test/fixtures/corner-tables';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/corner-tables/${name}`, import.meta.url));

async function openImport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Tệp' }).click();
  await page.getByText('Đã sẵn sàng đọc.').waitFor({ timeout: COMPUTED_ms });
}

/** The panel with nothing read yet, on a page that may have read something. */
async function beginAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Đọc tệp khác' });
  if (await again.isVisible()) await again.click();
  else await openImport(page);
}

async function drop(page: Page, file: string): Promise<void> {
  await page.locator('.drop-input').setInputFiles(fixture(file));
}

async function savedGeoJson(page: Page): Promise<FeatureCollection> {
  const coming = page.waitForEvent('download');
  await page.getByRole('region', { name: 'Lưu về máy' }).getByRole('button', { name: 'GeoJSON' }).click();
  return JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as FeatureCollection;
}

async function toldByCommand(...args: readonly string[]): Promise<readonly Feature[]> {
  const run = await giapranh(['import', ...args, '--format', 'geojson']);
  return (JSON.parse(run.out) as FeatureCollection).features;
}

describe('a file of your own', () => {
  it('is read, confirmed and compared without a single request', async () => {
    const { page, troubles, requests } = await stay();
    await openImport(page);
    await settled(page);
    const before = requests.length;

    await drop(page, 'meridian-missing-province-only.csv');
    const first = page.locator('.reading').first();
    await first.waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(page.getByRole('region', { name: 'Hệ tọa độ' }))).toContain('Chưa xác định');
    expect(await textOf(first)).toContain('KTT 106°30′');
    expect(await textOf(first)).toContain('Nằm trong Tỉnh Bắc Kạn như văn bản nêu');
    // Nothing is geometry before somebody stands for a reading.
    expect(await page.locator('.assessed').count()).toBe(0);
    await settled(page);
    const shown = await drawnValues(page, ['read-candidates'], 'number');
    expect(shown).toContain('1');
    expect(shown.length).toBeGreaterThan(1);

    await first.getByRole('button', { name: 'Xác nhận cách đọc này' }).click();
    const compared = page.getByRole('region', { name: 'Đối chiếu' });
    await compared.waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(compared)).toContain('13,0410 ha');
    expect(await textOf(compared)).toContain('Phường Bắc Kạn');
    expect(await textOf(compared)).toContain('1254/STNMT-KS');
    expect(await textOf(compared)).toContain('Trung bình');
    const own = await savedGeoJson(page);
    expect(requests.slice(before).filter((url) => !url.startsWith('blob:'))).toEqual([]);

    const told = await toldByCommand(`${FOLDER}/meridian-missing-province-only.csv`, '--crs', 'EPSG:9213');
    expect(own.features).toEqual(told);
    expect(troubles).toEqual([]);
  });

  it('has its faults beside the lines, and is mended only when asked', async () => {
    const { page, troubles } = await stay();
    await beginAgain(page);
    await drop(page, 'digits-exchanged-far.csv');
    const bad = page.locator('.table-line-bad');
    await bad.waitFor({ timeout: COMPUTED_ms });
    expect(await bad.getAttribute('data-row')).toBe('11');
    expect(await textOf(bad)).toContain('điểm cách các điểm khác 4,6 km');
    expect(await textOf(bad)).toContain('2494955,218 → 2499455,218');
    expect(await page.locator('.assessed').count()).toBe(0);

    await page.getByRole('button', { name: 'Sửa như đề nghị' }).click();
    await page.locator('.assessed').waitFor({ timeout: COMPUTED_ms });
    const [site] = (await savedGeoJson(page)).features as Feature<Polygon>[];
    const [told] = await toldByCommand(`${FOLDER}/digits-exchanged-far.csv`, '--repair');
    expect(site).toEqual(told);
    await page.getByRole('button', { name: 'Bỏ sửa' }).click();
    await page.locator('.table-line-bad').waitFor({ timeout: COMPUTED_ms });
    expect(troubles).toEqual([]);
  });

  it('may be a KML: what is sound is judged, what is not stands beside its line', async () => {
    const { page, troubles } = await stay();
    await beginAgain(page);
    const path = fileURLToPath(new URL('../fixtures/sites/own-areas.kml', import.meta.url));
    await page.locator('.drop-input').setInputFiles(path);
    const compared = page.getByRole('region', { name: 'Đối chiếu' });
    await compared.waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(compared)).toContain('Bãi thử Xuân La');
    const bad = page.locator('.table-line-bad');
    expect(await bad.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-row')))).toEqual([
      '17',
      '22',
    ]);
    expect(await textOf(bad.first())).toContain('có lẽ kinh độ và vĩ độ bị đổi chỗ');
    await settled(page);
    const [own] = (await savedGeoJson(page)).features;
    const judged = await giapranh([
      'overlaps',
      path,
      '--layer',
      'communes',
      '--as-of',
      '2026-01-01',
      '--format',
      'json',
    ]);
    expect(judged.told).toContain('kml-axes-swapped');
    expect(judged.out).toContain('kml-1');
    expect(own).toMatchObject({
      id: 'kml-1',
      properties: { name: 'Bãi thử Xuân La', khoang_san: 'Chì kẽm' },
    });
    const packed = zipSync({ 'doc.kml': readFileSync(path) });
    await page.getByRole('button', { name: 'Đọc tệp khác' }).click();
    await page.locator('.drop-input').setInputFiles({
      name: 'khu-vuc.kmz',
      mimeType: 'application/vnd.google-earth.kmz',
      buffer: Buffer.from(packed),
    });
    await page.locator('.assessed', { hasText: 'Bãi thử Xuân La' }).waitFor({ timeout: COMPUTED_ms });
    expect(troubles).toEqual([]);
  });

  it('may be a workbook, a pasted table or GeoJSON; what cannot be read says why; on a phone', async () => {
    const { page, troubles } = await visit('', PHONE);
    await openImport(page);
    await drop(page, 'header-merged.xlsx');
    await page.locator('.assessed').waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(page.locator('.verdict'))).toBe('Chắc chắn');

    const again = page.getByRole('button', { name: 'Đọc tệp khác' });
    await again.tap();
    await page
      .getByRole('textbox', { name: 'Hoặc dán bảng tọa độ' })
      .fill(readFileSync(fixture('pasted-single-blanks.txt'), 'utf8'));
    await page.getByRole('button', { name: 'Đọc bảng' }).tap();
    await page.locator('.table-lines').first().waitFor({ timeout: COMPUTED_ms });

    await again.tap();
    const site = {
      type: 'Feature',
      id: 'tay',
      properties: { name: 'Khu vực vẽ tay' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [105.7, 22.58],
            [105.71, 22.58],
            [105.71, 22.59],
            [105.7, 22.58],
          ],
        ],
      },
    };
    await page.locator('.drop-input').setInputFiles({
      name: 'tay.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [site] })),
    });
    await page.locator('.assessed', { hasText: 'Khu vực vẽ tay' }).waitFor({ timeout: COMPUTED_ms });

    await again.tap();
    await page.locator('.drop-input').setInputFiles({
      name: 'cu.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    await page.getByText('Tệp thuộc dạng Office cũ').waitFor({ timeout: COMPUTED_ms });
    expect(troubles).toEqual([]);
  });
});
