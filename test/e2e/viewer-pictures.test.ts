import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../browser.js';
import { expectPicture } from '../pictures/expect-picture.js';
import { openViewer } from './viewer-page.js';

const url = inject('serverUrl');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;
/** Everything that tells a day of its own tells this one. */
const TODAY = new Date('2026-01-15T05:00:00Z');
const MAP = 'view=9.28/22.26000/106.08000';
const SITE = 'sel=mineral-sites/2023:BK-OFF-21';

interface View {
  readonly name: string;
  readonly query: string;
  /** Brings the page to what is looked at, once its map is there. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const VIEWS: readonly View[] = [
  { name: 'before-reform', query: `?asOf=2025-06-30&${MAP}` },
  { name: 'since-reform', query: `?asOf=2025-07-01&${MAP}` },
  { name: 'close', query: '?asOf=2025-06-30&view=12.60/22.59000/105.71000&lang=en' },
  {
    name: 'reasons',
    query: `?asOf=2025-06-30&${MAP}&${SITE}`,
    act: (page) => page.locator('.details .flag').first().waitFor(),
  },
  {
    name: 'reasons-dark',
    query: `?asOf=2025-06-30&theme=dark&${MAP}&${SITE}`,
    act: (page) => page.locator('.details .flag').first().waitFor(),
  },
  {
    name: 'tables',
    query: `?asOf=2025-06-30&${MAP}&table=sites`,
    act: (page) => page.locator('.numbers tbody tr').first().waitFor(),
  },
  {
    name: 'search',
    query: `?asOf=2025-06-30&${MAP}`,
    act: async (page) => {
      await page.locator('.search-field').fill('chợ đồn');
      await page.locator('.hit').first().waitFor();
    },
  },
  {
    name: 'vintages-beside',
    query: `?asOf=2025-07-01&${MAP}&swipe=2023`,
    act: (page) => page.locator('.swipe-divider').waitFor(),
  },
];

/** What comes after the map: how much there is of everything, the sites judged, and the projections of the coordinates. */
async function whole(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.group-head .count')?.textContent !== '' &&
      document.querySelector('.read-out-figures')?.textContent !== '–' &&
      document.querySelector('.site-entry') !== null,
    null,
    { timeout: 60_000 },
  );
}

/**
 * The map drawn anew for the window's size, with all its tiles. A label that may stand in several places keeps the one it
 * had while it can: which one that was hangs on the order in which tiles came, so that here every label forgets its own.
 */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const { map } = globalThis.giapranh;
    await new Promise<void>((resolve) => {
      map.once('idle', () => resolve());
      map.style.placement.variableOffsets = {};
      map.resize();
      map.triggerRepaint();
    });
  });
  await page.locator('.progress').waitFor({ state: 'hidden' });
}

describe('the look of the page', () => {
  let browser: Browser;
  let page: Page;
  // One page goes from view to view: what the first has fetched the others find at hand.
  beforeAll(async () => {
    browser = await launchBrowser();
    const watched = await openPage(browser, { viewport: SIZES[0], locale: 'vi-VN', reducedMotion: 'reduce' });
    await watched.context.clock.setFixedTime(TODAY);
    page = watched.page;
  });
  afterAll(async () => {
    await browser?.close();
  });
  it.each(VIEWS)('$name', async ({ name, query, act }) => {
    await page.setViewportSize(SIZES[0]);
    await openViewer(page, `${url}/${query}`);
    await whole(page);
    await act?.(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await drawn(page);
      const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
      expectPicture(`${name}-${size.width}x${size.height}.png`, bytes);
    }
  });
});
