import { describe, expect, it } from 'vitest';
import { drawnValues } from './viewer-page.js';
import { eventually, textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
const asOf = (url: string) => new URL(url).searchParams.get('asOf');

describe('the day shown', () => {
  it('moves from mark to mark and by the slider; units and flags follow', async () => {
    const { page, troubles } = await visit('?asOf=2025-06-30');
    await page.getByRole('button', { name: 'Mốc sau' }).click();
    expect(asOf(page.url())).toBe('2025-07-01');
    const said = await textOf(page.locator('.time-said'));
    expect(said).toContain('Đổi địa giới: 34 tỉnh');
    expect(said).toContain('54/2024/QH15 có hiệu lực');
    await eventually(() => drawnValues(page, ['communes'], 'vintage')).toEqual(['2025-07-01']);
    const slider = page.getByRole('slider', { name: 'Xem tại ngày' });
    await slider.focus();
    await slider.press('ArrowLeft');
    await eventually(async () => asOf(page.url())).toBe('2025-06-30');
    await eventually(() => drawnValues(page, ['districts'], 'vintage')).toEqual(['2023']);
    expect(troubles).toEqual([]);
  });

  it('is typed day first, and flags are judged anew for it', async () => {
    const { page, troubles } = await visit('?asOf=2025-06-30');
    const day = page.getByLabel('Xem tại ngày').first();
    await day.fill('15/8/2023');
    await day.press('Enter');
    await eventually(async () => asOf(page.url())).toBe('2023-08-15');
    await page.locator('#tab-list').click();
    await page.locator('.site-entry').first().waitFor();
    // The server's thread reads its data before its first answer.
    await page.locator('.judging').waitFor({ state: 'hidden', timeout: 120_000 });
    await page.locator('.site-entry').first().click();
    await page.locator('.details .flag').first().waitFor();
    expect(await textOf(page.locator('.details'))).not.toContain('Cảnh báo xét tại ngày');
    expect(troubles).toEqual([]);
  });
});

describe('two vintages side by side', () => {
  it('meet at a divider that is dragged or moved by keys; a press on the left asks about the left', async () => {
    const { page, troubles } = await visit();
    expect(await page.locator('.swipe-map').count()).toBe(0);
    await page.getByRole('button', { name: 'So sánh hai mốc địa giới' }).click();
    const divider = page.getByRole('slider', { name: 'Vạch ngăn giữa hai mốc' });
    await divider.waitFor();
    expect(await divider.getAttribute('aria-valuenow')).toBe('50');
    await divider.press('ArrowLeft');
    expect(await divider.getAttribute('aria-valuenow')).toBe('48');
    const box = await divider.boundingBox();
    if (box === null) throw new Error('the divider is not on the page');
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 150, box.y + 200, { steps: 4 });
    await page.mouse.up();
    expect(Number(await divider.getAttribute('aria-valuenow'))).toBeGreaterThan(58);
    expect(await textOf(page.locator('.swipe-names'))).toMatch(/Trước 1\/7\/2025.*Từ 1\/7\/2025/s);
    // Left of the divider there still are districts.
    const title = page.locator('.card-lead .card-title');
    await eventually(async () => {
      await page.mouse.click(500, 450);
      return (await title.count()) === 0 ? '' : textOf(title);
    }, 1000).toContain('Huyện');
    expect(new URL(page.url()).searchParams.get('swipe')).toBe('2023');
    await page.getByRole('button', { name: 'Thôi so sánh' }).click();
    expect(await page.locator('.swipe-map').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
