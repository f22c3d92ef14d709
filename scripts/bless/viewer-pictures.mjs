// The README's pictures of the map: the built server, its real data, the system's Chromium.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, ROOT, say } from '../workspace.mjs';

const { chromium } = createRequire(join(ROOT, 'test/package.json'))('playwright-core');
const FOLDER = join(ROOT, 'docs/images');
const VIEW = '?asOf=2025-06-30&view=9.28/22.26000/106.08000&sel=mineral-sites/2023:BK-OFF-21';
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PICTURES = [
  { name: 'viewer', query: VIEW, size: { viewport: { width: 1440, height: 900 } } },
  {
    name: 'viewer-phone',
    query: '?asOf=2025-06-30',
    size: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
  {
    name: 'viewer-why',
    query: '?asOf=2025-06-30&theme=dark',
    size: DESKTOP,
    act: async (page) => {
      await page.locator('#tab-list').click();
      await page.locator('.site-entry').first().click();
      await page.locator('.details .flag').first().waitFor();
    },
  },
  {
    name: 'viewer-print',
    query: '?asOf=2025-06-30',
    size: DESKTOP,
    act: async (page) => {
      await page.getByRole('button', { name: 'In tờ bản đồ A3, A4' }).click();
      await page.waitForFunction(() => document.querySelector('.button-main')?.disabled === false, null, {
        timeout: 180_000,
      });
    },
  },
  {
    name: 'viewer-offline',
    query: '',
    size: DESKTOP,
    act: async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.offline === 'ready', null, {
        timeout: 600_000,
      });
      await page.context().setOffline(true);
      await page.reload();
      await page.waitForFunction(() => document.documentElement.dataset.map === 'idle');
    },
  },
];

function startServer() {
  const child = spawn(process.execPath, [join(ROOT, 'server/dist/main.js')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      GIAPRANH_DATA: join(ROOT, 'test/.tmp/server'),
      GIAPRANH_PROFILE: 'bac-kan',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      const found = /http:\/\/\S+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, url };
}

const { child, url } = startServer();
try {
  const origin = await url;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, query, size, act } of PICTURES) {
    const page = await browser.newPage({ ...size, locale: 'vi-VN' });
    // A busy machine draws slowly.
    page.setDefaultTimeout(180_000);
    await page.goto(`${origin}/${query}`);
    await page.waitForFunction(() => document.documentElement.dataset.map === 'idle');
    // Counts, the list and the projections come after the map.
    await page.waitForFunction(() => document.querySelector('.group-head .count')?.textContent !== '');
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.documentElement.dataset.map === 'idle');
    if (act !== undefined) {
      await act(page);
      await page.waitForTimeout(2000);
    }
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    say(`docs/images/${name}.png`);
    await page.close();
  }
  await browser.close();
} catch (error) {
  fail(`Không chụp được bản đồ / No picture of the map: ${error.message}`, 3);
} finally {
  child.kill('SIGTERM');
}
