import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh } from './cli-process.js';
import { drawnValues, openViewer } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const folders = withTemporaryFolders();
const { blank } = viewerVisits();
/** The ground is unpacked and the engine started on two busy cores. */
const COMPUTED_ms = 90_000;

it('writes a folder that works from the disk, without a server or a network', async () => {
  const out = join(await folders.create(), 'mang-theo');
  const made = await giapranh(['bundle', '--out', out], '', { GIAPRANH_DATA: inject('serverData') });
  expect(made.code, made.told).toBe(0);
  expect(made.out.trim()).toBe(join(out, 'index.html'));
  const { page, context, requests, troubles } = await blank();
  await context.setOffline(true);
  await openViewer(page, pathToFileURL(join(out, 'index.html')).href);
  expect(await textOf(page.locator('.strip'))).toContain('Bản mang theo – dữ liệu lấy lúc');
  expect(await drawnValues(page, ['borders'], 'pair')).not.toEqual([]);
  expect(await drawnValues(page, ['mineral-sites'], 'id')).not.toEqual([]);
  await page.locator('#tab-list').click();
  await page.locator('.site-entry').first().click();
  await page.locator('.details .flag').first().waitFor();
  // It computes as well: what does so and its ground lie in the folder.
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Vùng' }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#zone-second')?.value !== '',
    null,
    { timeout: COMPUTED_ms },
  );
  await page.getByRole('button', { name: 'Tính vùng' }).click();
  await page.locator('.zone-rings').waitFor({ timeout: COMPUTED_ms });
  expect(await textOf(page.locator('.zone-result'))).toContain('157,8 km');
  expect(requests.filter((asked) => !/^(file|data|blob):/.test(asked))).toEqual([]);
  expect(troubles).toEqual([]);
});

it('touches no folder that has files in it', async () => {
  const out = await folders.create();
  await writeFile(join(out, 'mine.txt'), 'mine');
  const made = await giapranh(['bundle', '--out', out]);
  expect(made.code).not.toBe(0);
  expect(made.told).toContain('bundle-not-empty');
  expect(await readdir(out)).toEqual(['mine.txt']);
});
