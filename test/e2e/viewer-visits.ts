import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { DESKTOP, launchBrowser, openPage, type WatchedPage } from '../browser.js';
import { openViewer } from './viewer-page.js';

export interface Visits {
  /** Opens the viewer with a query (`?asOf=…`) and waits for its map. */
  readonly visit: (query?: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  /**
   * The same page again each time the same query is asked for, as the test before left it: for tests that look, or put
   * back what they change.
   */
  readonly stay: (query?: string) => Promise<WatchedPage>;
  /** A page that nothing was opened in yet. */
  readonly blank: (options?: BrowserContextOptions) => Promise<WatchedPage>;
}

/** One browser a file, one context a visit, all closed again; over the run's one server. */
export function viewerVisits(flags: readonly string[] = []): Visits {
  const url = inject('serverUrl');
  let browser: Browser;
  const open: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(flags);
  });
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async () => {
    for (const { context } of open.splice(0)) await context.close();
  });
  const blank = async (options: BrowserContextOptions = DESKTOP): Promise<WatchedPage> => {
    const watched = await openPage(browser, options);
    open.push(watched);
    return watched;
  };
  const kept = new Map<string, Promise<WatchedPage>>();
  const openAt = async (watched: WatchedPage, query: string) => {
    await openViewer(watched.page, `${url}/${query}`);
    return watched;
  };
  return {
    blank,
    visit: async (query = '', options = DESKTOP) => openAt(await blank(options), query),
    stay: (query = '') => {
      const here = kept.get(query) ?? openPage(browser, DESKTOP).then((watched) => openAt(watched, query));
      kept.set(query, here);
      return here;
    },
  };
}

export const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? '';

const PATIENCE_ms = 30_000;

/** `expect.poll` with the patience that a map drawn in software on a busy machine needs. */
export const eventually = <T>(
  read: () => T | Promise<T>,
  interval_ms = 100,
): ReturnType<typeof expect.poll<Promise<T>>> =>
  expect.poll(async () => read(), { timeout: PATIENCE_ms, interval: interval_ms });
