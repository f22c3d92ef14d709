import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { DESKTOP, PHONE } from '../browser.js';
import { violations } from './accessibility.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const url = inject('serverUrl');
const { blank } = viewerVisits(['--disable-3d-apis']);

const rows = (page: Page) => page.locator('.numbers tbody tr');

it('lays everything out in tables: sites, units and stretches, sorted, searched and explained', async () => {
  const { page, troubles } = await blank(DESKTOP);
  await page.goto(`${url}/?asOf=2025-06-30`);
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  await page.getByText('Trình duyệt này không vẽ được bản đồ').waitFor();
  await rows(page).first().waitFor();
  expect(await rows(page).count()).toBeGreaterThan(20);
  const names = () => page.locator('.numbers tbody th').allTextContents();
  await page.getByRole('button', { name: 'Tên' }).click();
  const sorted = await names();
  expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b, 'vi')));

  await page.getByRole('radio', { name: 'Đơn vị' }).check({ force: true });
  await page.locator('.numbers', { hasText: 'Chợ Đồn' }).waitFor({ timeout: 90_000 });
  await page.getByRole('radio', { name: 'Đoạn giáp ranh' }).check({ force: true });
  await page.locator('.numbers', { hasText: 'Dài (km)' }).waitFor({ timeout: 90_000 });
  expect(await rows(page).count()).toBeGreaterThan(5);

  await page.getByRole('radio', { name: 'Khu vực' }).check({ force: true });
  await page.locator('.row-open', { hasText: 'Kéo Lếch' }).click();
  const details = page.locator('.details');
  await details.locator('.flag').first().waitFor();
  expect(await textOf(details)).toContain('1254/STNMT-KS');
  expect(await violations(page)).toEqual([]);

  // A place is looked up by the server: there is no map to ask.
  await page.locator('.search-field').fill('22,1500 105,6000');
  await page.locator('.hit').first().click();
  await details.locator('.card-lead', { hasText: 'Huyện Chợ Đồn' }).waitFor();
  expect(await details.getByRole('button', { name: 'Xem trọn trên bản đồ' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});

it('does so on a phone', async () => {
  const { page, troubles } = await blank(PHONE);
  await page.goto(`${url}/?asOf=2025-06-30`);
  await rows(page).first().waitFor();
  await page.locator('.row-open').first().tap();
  await page.locator('.details .card-lead').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(troubles).toEqual([]);
});
