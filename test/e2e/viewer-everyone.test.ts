import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser.js';
import { violations } from './accessibility.js';
import { viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
describe('WCAG 2.2 AA, by axe-core', () => {
  it.each(['', '?theme=dark', '?asOf=2025-06-30&sel=mineral-sites/2023:BK-OFF-16'])(
    'finds nothing on the page %s and its tabs',
    async (query) => {
      const { page } = await visit(query);
      expect(await violations(page)).toEqual([]);
      // The first stands open already.
      for (const tab of (await page.getByRole('tab').all()).slice(1)) {
        await tab.click();
        // Its part of the script has come and has drawn.
        await page.locator('[role=tabpanel]:visible > *').first().waitFor();
        expect(await violations(page), (await tab.textContent()) ?? '').toEqual([]);
      }
    },
  );

  it('finds nothing while searching, measuring, reading a document and printing', async () => {
    const { page } = await visit();
    const field = page.getByRole('combobox', { name: 'Tìm đơn vị' });
    await field.fill('cho don');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await field.fill('1254');
    await page.getByRole('option', { name: '1254/STNMT-KS' }).click();
    await page.getByRole('dialog', { name: '1254/STNMT-KS' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Đo trên bản đồ' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'In tờ bản đồ A3, A4' }).click();
    await page.locator('.sheet-page').first().waitFor({ timeout: 90_000 });
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing on a phone, nor at 200 % zoom, where nothing runs off the side', async () => {
    for (const options of [
      PHONE,
      { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, locale: 'vi-VN' },
    ]) {
      const { page } = await visit('', options);
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});
