import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh, jsonOf } from './cli-process.js';
import { drawnValues, settled } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
const folders = withTemporaryFolders();
/** The ground is fetched and the engine started on two busy cores. */
const COMPUTED_ms = 90_000;
/** Both compute with the same core: only the engine's own build could differ. */
const SAME = 1e-6;

async function openZones(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Vùng' }).click();
  await page.getByRole('combobox', { name: 'Đơn vị giáp ranh' }).waitFor();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#zone-second')?.value !== '',
    null,
    { timeout: COMPUTED_ms },
  );
}

async function compute(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tính vùng' }).click();
  await page.locator('.zone-rings').waitFor({ timeout: COMPUTED_ms });
}

async function saved(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: COMPUTED_ms });
  await page
    .getByRole('region', { name: 'Lưu về máy' })
    .getByRole('button', { name: button, exact: true })
    .click();
  const file = await coming;
  const path = join(await folders.create(), file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

interface ZoneFigures {
  readonly side: string;
  readonly outer_m: number;
  readonly area_m2: number;
  readonly border_length_m: number;
  readonly communes: readonly { readonly code: string; readonly area_m2: number }[];
}

function expectSame(own: ZoneFigures, other: ZoneFigures | undefined): void {
  expect(other).toBeDefined();
  const near = (one: number, two = Number.NaN): void => expect(Math.abs(one / two - 1)).toBeLessThan(SAME);
  near(own.area_m2, other?.area_m2);
  near(own.border_length_m, other?.border_length_m);
  expect(own.communes.map(({ code }) => code)).toEqual(other?.communes.map(({ code }) => code));
  for (const [at, { area_m2 }] of own.communes.entries()) near(area_m2, other?.communes[at]?.area_m2);
}

describe('zones in the browser', () => {
  it('are those of the command line, on the map and in files', async () => {
    const { page, troubles } = await visit();
    await openZones(page);
    await compute(page);
    expect(await textOf(page.locator('.zone-result'))).toContain('không phải ranh giới pháp lý');
    expect(await textOf(page.locator('.zone-result'))).toContain('157,8 km');
    await settled(page);
    expect(await drawnValues(page, ['asked-zones'], 'first')).toHaveLength(2);

    const file = JSON.parse(readFileSync(await saved(page, 'GeoJSON'), 'utf8')) as FeatureCollection;
    const told = jsonOf(
      await giapranh([
        ...['zones', '--between', 'Thái Nguyên', 'Cao Bằng', '--as-of', '2026-01-01'],
        ...['--width', '500,1000,2000,5000', '--format', 'json'],
      ]),
    ) as readonly ZoneFigures[];
    const own = file.features.map(({ properties }) => properties as unknown as ZoneFigures);
    expect(own).toHaveLength(8);
    for (const zone of own) {
      expectSame(
        zone,
        told.find(({ side, outer_m }) => side === zone.side && outer_m === zone.outer_m),
      );
    }

    const layers = execFileSync('ogrinfo', ['-ro', '-al', '-so', await saved(page, 'GPKG')], {
      encoding: 'utf8',
    });
    expect(layers).toMatch(/Layer name: zones\n[\s\S]*?Geometry: Multi Polygon\s+Feature Count: 8/);
    expect(layers).toMatch(/Layer name: border\n[\s\S]*?Geometry: Multi Line String\s+Feature Count: 1/);
    expect(layers).toContain('area_m2: Real');

    const csv = readFileSync(await saved(page, 'CSV'), 'utf8').split('\r\n');
    expect(csv[0]).toContain('cap;phia;giap');
    expect(csv.length - 2).toBe(own.reduce((sum, { communes }) => sum + communes.length, 0));

    const table = readFileSync(await saved(page, 'Bảng điểm góc'), 'utf8');
    expect(table).toContain('kinh tuyến trục 106°30′, múi chiếu 3° (EPSG:9213)');
    const stated = [...table.matchAll(/^Diện tích: (\d+),(\d+) ha/gm)].map(([, ha, part]) =>
      Number(`${ha}.${part}`),
    );
    expect(stated).toHaveLength(8);
    const grid_m2 = stated.reduce((sum, ha) => sum + ha * 10_000, 0);
    const geodesic_m2 = own.reduce((sum, { area_m2 }) => sum + area_m2, 0);
    // The grid's scale is 0.9999 on its meridian and 1 about 90 km beside it.
    expect(Math.abs(grid_m2 / geodesic_m2 - 1)).toBeLessThan(4e-4);
    expect(troubles).toEqual([]);
  });

  it('takes any width, one side, and sorts communes; a wrong width is told', async () => {
    const { page, troubles } = await visit();
    await openZones(page);
    for (const width of ['500 m', '1 km', '2 km', '5 km']) {
      await page.getByRole('checkbox', { name: width, exact: true }).uncheck({ force: true });
    }
    await page.getByRole('button', { name: 'Tính vùng' }).click();
    await page.getByText('Chọn ít nhất một bề rộng.').waitFor();
    const field = page.getByRole('textbox', { name: 'Bề rộng khác' });
    await field.fill('rộng lắm');
    await field.press('Enter');
    await page.getByText('Bề rộng phải là một số từ 10 m đến 50 km.').waitFor();
    await field.fill('1,5 km');
    await field.press('Enter');
    await page.getByRole('radio', { name: 'Cao Bằng' }).check({ force: true });
    await compute(page);
    const rings = page.locator('.zone-rings');
    expect(await rings.locator('tbody tr').count()).toBe(1);
    expect(await textOf(rings)).toContain('0–1.500 m');
    expect(await rings.locator('thead th').count()).toBe(2);

    const names = () => page.locator('.zone-communes tbody th').allTextContents();
    await page.getByRole('button', { name: 'Xã', exact: true }).click();
    const rising = await names();
    expect(rising).toEqual(rising.toSorted((a, b) => a.localeCompare(b, 'vi')));
    expect(await page.locator('.zone-communes th[aria-sort="ascending"]').count()).toBe(1);

    // Once computed, a change of the choice computes by itself.
    await page.getByRole('radio', { name: 'Cắt thẳng' }).check({ force: true });
    const before = await textOf(rings);
    await page.waitForFunction((old) => document.querySelector('.zone-rings')?.textContent !== old, before, {
      timeout: COMPUTED_ms,
    });
    expect(troubles).toEqual([]);
  });

  it('can be ended while computing, and begun again; communes by search, on a phone', async () => {
    const { page, troubles } = await visit('', PHONE);
    await openZones(page);
    await page.getByRole('button', { name: 'Tính vùng' }).tap();
    await page.getByRole('button', { name: 'Hủy' }).tap();
    await page.locator('.zones .job').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Tính vùng' }).isEnabled()).toBe(true);

    await page.getByRole('radio', { name: 'Xã' }).check({ force: true });
    const first = page.getByRole('combobox', { name: 'Đơn vị thứ nhất' });
    await first.fill('Bằng Vân');
    await first.press('Tab');
    expect(await first.inputValue()).toBe('Xã Bằng Vân, Tỉnh Thái Nguyên');
    const second = page.getByRole('combobox', { name: 'Đơn vị giáp ranh' });
    await second.fill('Ngân Sơn');
    await second.press('Tab');
    await compute(page);
    expect(await textOf(page.locator('.zone-result'))).toContain('Xã Bằng Vân – Xã Ngân Sơn');
    expect(troubles).toEqual([]);
  });
});
