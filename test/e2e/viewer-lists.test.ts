import { describe, expect, it } from 'vitest';
import { drawnValues } from './viewer-page.js';
import { eventually, textOf, viewerVisits } from './viewer-visits.js';

const DAY = '2025-06-30';
/** The server's thread reads its data before its first answer. */
const FIRST_ANSWER = { timeout: 120_000 };
const { visit } = viewerVisits();

describe('tables and charts', () => {
  it('list sites, sort, follow the map and lead it, and charts filter all of them', async () => {
    const { page, troubles } = await visit(`?asOf=${DAY}`);
    await page.locator('#tab-list').click();
    await page.getByRole('button', { name: 'Bảng số liệu' }).click();
    const rows = page.locator('.numbers tbody tr');
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByRole('button', { name: 'Tên', exact: true }).click();
    const names = await page.locator('.row-open').allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')));
    await rows.nth(3).click();
    await page.locator('.card-lead .card-title', { hasText: names[3] ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Khu vực sau' }).click();
    await eventually(() => page.locator('.numbers tr[aria-current]').count()).toBe(1);
    const chosen = await textOf(page.locator('.card-lead .card-title'));
    await eventually(() => textOf(page.locator('.numbers tr[aria-current] .row-open'))).not.toBe(names[3]);
    expect(chosen).not.toBe('');
    await page.getByRole('button', { name: /^tháng 3\/2023: / }).click();
    await eventually(() => rows.count()).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('from')).toBe('2023-03-01');
    expect(new URL(page.url()).searchParams.get('to')).toBe('2023-03-31');
    expect(troubles).toEqual([]);
  });

  it('put units and stretches of border in the order of their turn, with every factor', async () => {
    const { page, troubles } = await visit(`?asOf=${DAY}&table=units`);
    const rows = page.locator('.numbers tbody tr');
    await rows.first().waitFor(FIRST_ANSWER);
    const head = await textOf(page.locator('.numbers thead'));
    for (const factor of [
      'Rủi ro của các khu vực',
      'Số ngày chưa kiểm tra',
      'Số vụ việc gần đây',
      'Khoảng cách tới đường chính',
    ])
      expect(head).toContain(factor);
    expect(await textOf(rows.first())).toContain('/ 4 điểm');
    await rows.first().click();
    const first = await textOf(rows.first().locator('.row-open'));
    await page.locator('.card-lead .card-title', { hasText: first }).waitFor();
    await page.locator('.choice-table input[value=borders]').check();
    await eventually(() => rows.count()).toBeGreaterThan(50);
    await rows.nth(1).locator('.row-open').click();
    await page.locator('.card-lead .card-title', { hasText: 'Bắc Kạn – ' }).waitFor();
    await eventually(async () => (await drawnValues(page, ['stretches-chosen'], 'id')).length).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('copy figures that a Vietnamese spreadsheet reads as figures', async () => {
    const { page, context, troubles } = await visit(`?asOf=${DAY}&table=sites`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.numbers tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'Chép sang Excel' }).click();
    await page.getByText(/^Đã chép \d+ dòng/).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const line = text.split(/\r?\n/).find((one) => one.startsWith('Pác Châm\t')) ?? '';
    expect(line.split('\t')).toContain('4,54');
    expect(line.split('\t')).toContain('29/8/2019');
    expect(troubles).toEqual([]);
  });
});
