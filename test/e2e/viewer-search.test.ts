import { describe, expect, it } from 'vitest';
import { PHONE } from '../browser.js';
import { onScreen, settled } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();

describe('the search', () => {
  it('finds units old and new without diacritics, and goes to the day of the old one', async () => {
    const { page, troubles } = await visit();
    const field = page.getByRole('combobox', { name: 'Tìm đơn vị' });
    await field.fill('huyen cho don');
    await page.getByRole('option', { name: 'Huyện Chợ Đồn' }).waitFor();
    await field.press('Enter');
    await page.locator('.card-lead .card-title', { hasText: 'Huyện Chợ Đồn' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2025-06-30');
    expect(troubles).toEqual([]);
  });

  it('tells what an old commune belongs to now', async () => {
    const { page } = await visit();
    await page.getByRole('combobox', { name: 'Tìm đơn vị' }).fill('Ngọc Phái');
    const option = page.getByRole('option', { name: 'Xã Ngọc Phái' });
    await option.waitFor();
    expect(await textOf(option)).toContain('nay thuộc Xã Chợ Đồn');
    expect(await textOf(option)).toContain('Trước 1/7/2025');
  });

  it('jumps to coordinates after saying how it read them', async () => {
    const { page } = await visit();
    const field = page.getByRole('combobox', { name: 'Tìm đơn vị' });
    await field.fill('2499067,549 417804,320 KTT 106°30′');
    const option = page.locator('.hit', { hasText: 'KTT 106°30′' });
    await option.waitFor();
    expect(await textOf(option)).toContain('X 2.499.067,549 m (bắc), Y 417.804,320 m (đông)');
    await field.press('Enter');
    await settled(page);
    // cs2cs: 22.58869310 N, 105.70250501 E; the map's middle leaves room for the panel.
    const { x, y } = await onScreen(page, [105.702505, 22.588693]);
    expect(x).toBeGreaterThan(330);
    expect(x).toBeLessThan(1040);
    expect(Math.abs(y - 478)).toBeLessThan(40);
    expect(new URL(page.url()).searchParams.get('at')).toBe('105.70251,22.58869');
  });

  it('opens the entry of a document', async () => {
    const { page } = await visit();
    await page.getByRole('combobox', { name: 'Tìm đơn vị' }).fill('1254');
    await page.getByRole('option', { name: '1254/STNMT-KS' }).click();
    const entry = page.getByRole('dialog', { name: '1254/STNMT-KS' });
    await entry.waitFor();
    expect(await textOf(entry)).toContain('Cơ quan ban hành');
  });

  it('says when nothing is found, and works on a phone', async () => {
    const { page, troubles } = await visit('', PHONE);
    await page.getByRole('combobox', { name: 'Tìm đơn vị' }).fill('không có xã này');
    await page.getByText('Không tìm thấy “không có xã này”.').first().waitFor();
    await page.getByRole('combobox', { name: 'Tìm đơn vị' }).fill('na ri');
    await page.getByRole('option', { name: 'Xã Na Rì' }).tap();
    await page.locator('.card-lead .card-title', { hasText: 'Xã Na Rì' }).waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('measuring', () => {
  it('tells length and area on the ellipsoid, and asks nothing about the place meanwhile', async () => {
    const { page, troubles } = await visit('?view=11.00/22.15000/105.65000');
    await page.getByRole('button', { name: 'Đo trên bản đồ' }).click();
    const corners = [
      [105.6, 22.1],
      [105.7, 22.1],
      [105.7, 22.2],
      [105.6, 22.2],
    ] as const;
    // The panel lies over the upper left of the map: the keyboard's way would be the cross.
    for (const corner of corners) {
      const { x, y } = await onScreen(page, corner);
      await page.mouse.click(x, y);
    }
    // Planimeter and GeodSolve (GeographicLib): 11422.39 ha, 31.70 km; a pixel is some 70 m here.
    const figure = page.locator('.measure-figure');
    await expect.poll(() => textOf(figure)).toMatch(/^31,[67]\d? km$/);
    await page.locator('.choice-measure input[value=area]').check();
    await expect.poll(() => textOf(figure)).toMatch(/^11[45],\d km²$/);
    expect(await textOf(page.locator('.measure-more'))).toContain('Trên lưới VN-2000, KTT 106°30′');
    expect(await page.locator('.details').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.locator('.measure').isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });
});
