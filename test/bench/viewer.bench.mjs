// The page as a user has it: Chromium drawing in software, over the built server. How soon the first map is there, and ten
// minutes of work: frames while the map moves, and what the page's memory does.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ROOT } from '../../scripts/workspace.mjs';
import { serve } from './features/served.mjs';
import { amount } from './harness/rounds.mjs';
import { median } from './median.mjs';
import { sitThrough, watchFrames } from './viewer/session.mjs';

const SESSION_s = amount(600, 20);
const OPENINGS = amount(7, 3);
const SCREEN = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN' };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']; // biome-ignore format: one list
/** While the page warms up its memory grows: caches fill. */
const WARM_s = 120;

/** Opens the page and waits until the map has come to rest. */
async function open(page, url) {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.map === 'idle', null, {
    timeout: 60_000,
    polling: 'raf',
  });
}

/**
 * Milliseconds from the browser's turn to the address until the first frame with everything in it stands on the screen:
 * units, borders, zones, sites and all their labels. The page notes the moment itself.
 */
const firstMap = (page) => page.evaluate(() => performance.getEntriesByName('first-map')[0].startTime);

const row = (work, data, times, facts) => ({
  work,
  data,
  subject: 'giapranh',
  cores: 2,
  median_ms: median(times),
  rounds: times.length,
  facts,
});

/** Cold: a browser that never saw the page. Warm: the same, opening it again. */
async function firstMaps(browser, url) {
  const [cold, warm] = [[], []];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    const context = await browser.newContext({ ...SCREEN, serviceWorkers: 'block' });
    const page = await context.newPage();
    for (const times of [cold, warm]) {
      await open(page, url);
      times.push(await firstMap(page));
      await page.goto('about:blank');
    }
    await context.close();
  }
  const span = (times) => `${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} ms`;
  const html = readFileSync(join(ROOT, 'viewer/dist/index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src);
  const sent_kB = scripts.reduce(
    (sum, src) => sum + gzipSync(readFileSync(join(ROOT, 'viewer/dist', src))).byteLength / 1000,
    0,
  );
  return [
    row('first map, cold', 'Bắc Kạn, 1440×900', cold, [
      span(cold),
      `initial script ${Math.round(sent_kB)} kB compressed`,
    ]),
    row('first map, warm', 'Bắc Kạn, 1440×900', warm, [span(warm)]),
  ];
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** The line through (x, y) that lies nearest: its rise a unit of x. */
function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

async function session(browser, url) {
  const context = await browser.newContext({ ...SCREEN, serviceWorkers: 'block' });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await open(page, url);
  await watchFrames(page);
  const debuggers = await context.newCDPSession(page);
  await debuggers.send('Performance.enable');
  /** After collecting: what is held, not what lies about. */
  const heap_MB = async () => {
    await debuggers.send('HeapProfiler.collectGarbage');
    const { metrics } = await debuggers.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6;
  };
  const memory = [[0, await heap_MB()]];
  const acts = await sitThrough(page, SESSION_s, async (seconds) => memory.push([seconds, await heap_MB()]));
  const frames = (await page.evaluate(() => globalThis.frames_ms.all)).sort((a, b) => a - b);
  await context.close();
  if (troubles.length > 0) throw new Error(`the page complained: ${troubles[0]}`);
  const [[, first]] = memory;
  const [, last] = memory.at(-1);
  const warm = memory.filter(([seconds]) => seconds >= Math.min(WARM_s, SESSION_s / 2));
  const perMinute = warm.length < 3 ? undefined : slope(warm) * 60;
  const long = frames.filter((ms) => ms > 50).length;
  return {
    ...row(
      'frames while moving',
      `${Math.round(SESSION_s / 60)} minutes, ${acts} acts`,
      [at(frames, 0.5)],
      [
        `95 % within ${at(frames, 0.95).toFixed(1)} ms, worst ${frames.at(-1).toFixed(0)} ms`,
        `${((100 * long) / frames.length).toFixed(1)} % over 50 ms, of ${frames.length} frames`,
        `heap ${first.toFixed(1)} MB at first, ${last.toFixed(1)} MB at last`,
        ...(perMinute === undefined ? [] : [`${perMinute.toFixed(2)} MB a minute once warm`]),
      ],
    ),
    rounds: frames.length,
  };
}

export async function run(works) {
  if (!existsSync(join(ROOT, 'viewer/dist/index.html')))
    throw new Error('build the viewer first: pnpm build');
  const data = mkdtempSync(join(tmpdir(), 'giapranh-viewer-'));
  const server = await serve(undefined, data);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const wanted = (name) => works.length === 0 || works.some((work) => name.startsWith(work));
  try {
    return [
      ...(wanted('first map') ? await firstMaps(browser, server.url) : []),
      ...(wanted('frames') ? [await session(browser, server.url)] : []),
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
