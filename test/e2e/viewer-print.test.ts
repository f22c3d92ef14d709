import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { textOf, viewerVisits } from './viewer-visits.js';

const { visit } = viewerVisits();
const folders = withTemporaryFolders();

const run = (command: string, ...args: string[]): string => {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  return done.stdout;
};

/** Points of 1/72 inch; the browser rounds to whole device units. */
const SIZES = { a4: [841.9, 595.3], a3: [1190.6, 841.9] } as const;

describe('printing', () => {
  it.each(['a4', 'a3'] as const)('makes sheets of %s with their words whole', async (paper) => {
    const { page, troubles } = await visit('?asOf=2025-06-30');
    await page.getByRole('button', { name: 'In tờ bản đồ A3, A4' }).click();
    const print = page.getByRole('button', { name: 'In hoặc lưu PDF' });
    await page.locator(`.choice-paper input[value=${paper}]`).check();
    await page.locator('.print-preview:not([aria-busy]) .sheet-page').first().waitFor({ timeout: 90_000 });
    await expect.poll(() => print.isEnabled(), { timeout: 90_000 }).toBe(true);
    const file = join(await folders.create(), `${paper}.pdf`);
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const [width = 0, height = 0] = (/Page size:\s+([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', file)) ?? [])
      .slice(1)
      .map(Number);
    expect(Math.abs(width - SIZES[paper][0])).toBeLessThan(1.5);
    expect(Math.abs(height - SIZES[paper][1])).toBeLessThan(1.5);
    const first = run('pdftotext', '-l', '1', '-layout', file, '-').normalize('NFC');
    for (const words of [
      'Bản đồ vùng giáp ranh',
      'Tình trạng ngày',
      '30/6/2025',
      'Chú giải',
      'Tỷ lệ 1:',
      'kinh tuyến trục 106°30′',
      'Nguồn:',
      'OpenStreetMap',
      'không phải ranh giới pháp lý',
    ]) {
      expect(first.replace(/\s+/g, ' '), words).toContain(words);
    }
    // Figures of the grid stand at the frame.
    expect(first).toMatch(/\b2\.[45]\d0\.000\b/);
    const flags = run('pdftotext', '-f', '2', file, '-').normalize('NFC');
    expect(flags).toContain('Danh sách cảnh báo trong khung bản đồ');
    expect(flags).toContain('1254/STNMT-KS');
    expect(troubles).toEqual([]);
  });

  it('tells the scale that is drawn, and gives the page back', async () => {
    const { page } = await visit('?view=11.00/22.15000/105.65000');
    const opener = page.getByRole('button', { name: 'In tờ bản đồ A3, A4' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Tỷ lệ').selectOption('100000');
    await expect
      .poll(() => textOf(page.locator('.sheet-ratio')), { timeout: 90_000 })
      .toBe('Tỷ lệ 1:100.000');
    // Grid lines 5 km apart are 50 mm apart on paper, but for the grid's own scale there: within half a millimetre.
    const apart = await page.evaluate(() => {
      const at = [...document.querySelectorAll('.sheet-grid text')]
        .filter((one) => !one.hasAttribute('transform') && Number(one.getAttribute('y')) < 0)
        .map((one) => Number(one.getAttribute('x')));
      return at.length < 2 ? 0 : (at[1] ?? 0) - (at[0] ?? 0);
    });
    expect(Math.abs(apart - 50)).toBeLessThan(0.5);
    await page.keyboard.press('Escape');
    expect(await page.locator('.print-view').count()).toBe(0);
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});
