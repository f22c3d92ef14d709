import { expect, it } from 'vitest';
import { DESKTOP, PHONE } from '../browser.js';
import { onScreen } from './viewer-page.js';
import { eventually, textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
const BAC_KAN_WEST_NORTH = [105.4323, 22.742] as const;

it('shows where north lies, and turns back to it', async () => {
  const { page, troubles } = await visit('?view=9.28/22.26000/106.08000/40.0');
  const compass = page.getByRole('button', { name: 'Bản đồ đang xoay 40°' });
  expect(await compass.locator('.compass-rose').evaluate((rose) => getComputedStyle(rose).rotate)).toBe(
    '-40deg',
  );
  await compass.click();
  await page.getByRole('button', { name: 'Hướng bắc ở phía trên' }).waitFor();
  await eventually(() => new URL(page.url()).searchParams.get('view')).toMatch(
    /^9\.28\/22\.26\d+\/106\.08\d+$/,
  );
  // Turned by hand, the address keeps it.
  await page.mouse.move(800, 400);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(900, 400, { steps: 4 });
  await page.mouse.up({ button: 'right' });
  await eventually(() => new URL(page.url()).searchParams.get('view')?.split('/').length).toBe(4);
  expect(troubles).toEqual([]);
});

it('shows a unit whole, from its card and from the search', async () => {
  const { page } = await visit('?view=12.00/22.15000/105.60000&asOf=2025-06-30');
  const { x, y } = await onScreen(page, [105.6, 22.15]);
  await page.mouse.click(x, y);
  await page.locator('.card-lead', { hasText: 'Huyện Chợ Đồn' }).waitFor();
  const zoom = () => Number(new URL(page.url()).searchParams.get('view')?.split('/')[0]);
  await page.locator('.card-lead').getByRole('button', { name: 'Xem trọn trên bản đồ' }).click();
  await eventually(zoom).toBeLessThan(11.5);
  await page.locator('.search-field').fill('huyện pác nặm');
  await page.locator('.hit').first().click();
  await page.locator('.card-lead', { hasText: 'Huyện Pác Nặm' }).waitFor();
  const centre = () => Number(new URL(page.url()).searchParams.get('view')?.split('/')[1]);
  await eventually(centre).toBeGreaterThan(22.5);
});

it('reads the pointer out in the meridian that was chosen', async () => {
  const { page } = await visit('?view=12.00/22.16000/105.60000');
  const system = page.getByRole('combobox', { name: 'Hệ tọa độ VN-2000' });
  await eventually(() => textOf(page.locator('.read-out'))).toContain('Y 406.980,1');
  const offered = await system.locator('option').allTextContents();
  expect(offered.length).toBeGreaterThan(2);
  await system.selectOption({ label: offered.find((text) => text.includes('105°30′')) ?? '' });
  // Checked with PROJ: 105.6 E 22.16 N is 510117.74 E 2451383.89 N in EPSG:9209.
  await eventually(() => textOf(page.locator('.read-out'))).toContain('Y 510.117,7');
  await page.mouse.move(900, 300);
  await eventually(() => textOf(page.locator('.read-out-where'))).toBe('Con trỏ');
});

it('on a phone the first map keeps clear of the sheet, and the day is one line', async () => {
  const { page } = await visit('?asOf=2025-06-30', PHONE);
  const sheet = await page.locator('.side').boundingBox();
  const corner = await onScreen(page, [...BAC_KAN_WEST_NORTH]);
  expect(corner.y).toBeGreaterThan(52);
  expect(corner.y).toBeLessThan((sheet?.y ?? 0) - 100);
  await page.locator('#tab-list').tap();
  await page.locator('.site-entry').first().waitFor();
  await eventually(async () => (await page.locator('.site-entry').first().boundingBox())?.y).toBeLessThan(
    620,
  );
  const fold = page.locator('.time-fold');
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  await fold.tap();
  await page.locator('.time-slider').waitFor();
  await page.locator('.choice-vintage input').last().check({ force: true });
  await eventually(() => textOf(fold)).toContain('Từ 1/7/2025');
});

it('has its words in its own letters', async () => {
  const { page } = await visit('', DESKTOP);
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter((face) => face.status === 'loaded')
      .map(({ family, weight }) => `${family} ${weight}`);
  });
  for (const face of ['400', '600'])
    expect(loaded.some((one) => one.includes('Noto Sans') && one.endsWith(face))).toBe(true);
});
