import { describe, expect, inject, it } from 'vitest';
import { openViewer } from './viewer-page.js';
import { eventually, textOf, viewerVisits } from './viewer-visits.js';

const DAY = '2025-06-30';
/** The server's thread reads its data before its first answer. */
const FIRST_ANSWER = { timeout: 120_000 };
const { visit, blank } = viewerVisits();

describe('an explanation', () => {
  it('goes through the results by arrow keys and buttons, saying which of how many', async () => {
    const { page, troubles } = await visit(`?asOf=${DAY}&level=medium`);
    await page.locator('#tab-list').click();
    await page.locator('.site-entry').first().click();
    const title = page.locator('.card-lead .card-title');
    const position = page.locator('.pager-position');
    const entries = await page.locator('.site-entry-name').allTextContents();
    await title.filter({ hasText: entries[0] ?? '' }).waitFor();
    await eventually(() => textOf(position)).toBe(`1 / ${entries.length}`);
    await page.keyboard.press('ArrowDown');
    await title.filter({ hasText: entries[1] ?? '' }).waitFor();
    await eventually(() => textOf(position)).toBe(`2 / ${entries.length}`);
    await page.locator('.details').focus();
    await page.keyboard.press('ArrowRight');
    await title.filter({ hasText: entries[2] ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Khu vực trước' }).click();
    await title.filter({ hasText: entries[1] ?? '' }).waitFor();
    await eventually(() => textOf(page.locator('.site-entry[aria-current] .site-entry-name'))).toBe(
      entries[1],
    );
    expect(troubles).toEqual([]);
  });

  it('holds each figure against its threshold, names the facing unit, and tells why other rules did not fire', async () => {
    const { page, troubles } = await visit(`?asOf=${DAY}&sel=mineral-sites/2023:BK-OFF-16`);
    const details = page.locator('.details');
    await details.locator('.flag').first().waitFor();
    const text = await textOf(details);
    expect(text).toMatch(/Ngưỡng: 2\.000 m|Ngưỡng: 2 km/);
    expect(text).toMatch(/Với|với Cao Bằng/);
    expect(text).toContain('Đơn vị đối diện');
    expect(text).toContain('Huyện Nguyên Bình');
    await details.getByText('Vì sao các quy tắc khác không cảnh báo?').click();
    await details.locator('.why-not').first().waitFor(FIRST_ANSWER);
    const reasons = await textOf(details.locator('.why-nots'));
    expect(reasons).toContain('không ở trong dải không quá 500 m');
    expect(reasons).toContain('Không thỏa điều kiện');
    expect(troubles).toEqual([]);
  });

  it('leaves open what was opened when the list of sites comes later', async () => {
    const { page, troubles } = await blank();
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/collections/mineral-sites/items?*', (route) => asked.then(() => route.continue()));
    const list = page.waitForResponse('**/collections/mineral-sites/items?*');
    await openViewer(page, `${inject('serverUrl')}/?asOf=${DAY}&sel=mineral-sites/2023:BK-OFF-16`);
    const question = page.locator('.details .demand-why-not');
    await question.getByText('Vì sao các quy tắc khác không cảnh báo?').click();
    const again = page.waitForResponse('**/collections/mineral-sites/items/2023*');
    answer();
    await list;
    // The card is told anew with it.
    await again;
    await eventually(() => page.locator('.details-body').getAttribute('aria-busy')).toBe('false');
    expect(await question.getAttribute('open')).toBe('');
    await question.locator('.why-not').first().waitFor(FIRST_ANSWER);
    expect(troubles).toEqual([]);
  });

  it('tells what a unit was, what shares its name and its code, and goes there', async () => {
    const { page, troubles } = await visit('?asOf=2025-07-01&sel=communes/2025-07-01:02020');
    const details = page.locator('.details');
    await details.getByText('Đơn vị này qua các thời kỳ').click();
    await details.locator('.relation').first().waitFor(FIRST_ANSWER);
    const text = await textOf(details.locator('.demand-history'));
    for (const told of [
      'Trước là (4)',
      'Xã Ngọc Phái',
      'Cùng tên, ở mốc khác',
      'Cùng mã',
      'theo 1683/NQ-UBTVQH15',
    ])
      expect(text).toContain(told);
    await details.locator('.relation').getByRole('button', { name: 'Huyện Chợ Đồn' }).click();
    await page.locator('.card-lead .card-title', { hasText: 'Huyện Chợ Đồn' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(DAY);
    expect(troubles).toEqual([]);
  });
});
