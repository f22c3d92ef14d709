import { expect, it } from 'vitest';
import { DESKTOP } from '../browser.js';
import { drawnValues, settled } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
const WITH_WORKER = { ...DESKTOP, serviceWorkers: 'allow' } as const;

it('works without a network after one visit, and says of when the data is', async () => {
  const { page, context, troubles } = await visit('', WITH_WORKER);
  await page.waitForFunction(() => document.documentElement.dataset['offline'] === 'ready', null, {
    timeout: 180_000,
  });
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.strip').isVisible()).toBe(false);
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  expect(await textOf(page.locator('.strip'))).toMatch(
    /Ngoại tuyến – dữ liệu lưu lúc \d\d:\d\d, \d{1,2}\/\d{1,2}\/\d{4}/,
  );
  expect(await drawnValues(page, ['borders'], 'pair')).not.toEqual([]);
  expect(await drawnValues(page, ['mineral-sites'], 'id')).not.toEqual([]);
  await page.locator('#tab-list').click();
  await page.locator('.site-entry').first().click();
  await page.locator('.details .flag').first().waitFor();
  await page.keyboard.press('Escape');
  const field = page.getByRole('combobox', { name: 'Tìm đơn vị' });
  await field.fill('huyen cho don');
  await page.getByRole('option', { name: 'Huyện Chợ Đồn' }).waitFor();
  await field.press('Enter');
  await page.locator('.card-lead .card-title', { hasText: 'Huyện Chợ Đồn' }).waitFor();
  // The other vintage was kept too.
  await expect.poll(() => drawnValues(page, ['districts'], 'vintage'), { timeout: 30_000 }).toEqual(['2023']);
  expect(troubles.filter((one) => one.startsWith('exception'))).toEqual([]);

  await context.setOffline(false);
  await page.locator('.choice-lang input[value=en]').check();
  await page.locator('.strip', { hasText: 'The server answers again' }).waitFor();
  await page.locator('.strip').getByRole('button', { name: 'Reload' }).click();
  await settled(page);
  expect(await page.locator('.strip').isVisible()).toBe(false);
});

it('can be installed: a manifest with icons of the sizes it names', async () => {
  const { page } = await visit();
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const icons = await page.evaluate(async (href) => {
    const manifest: { icons: { src: string; sizes: string }[] } = await (await fetch(href ?? '')).json();
    return Promise.all(
      manifest.icons.map(async ({ src, sizes }) => {
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
        return [sizes, `${width}x${height}`];
      }),
    );
  }, address);
  expect(icons.map(([named]) => named)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const [named, real] of icons) expect(real).toBe(named);
});
