/**
 * The service worker: a file of its own, built with the list of the application's files. The application comes from
 * its cache until a new version is accepted; data comes from the server whenever it answers, and what it answered
 * last, marked with its time, only where it does not.
 */
import type { Item } from '../server/features.js';
import { answerFromLists } from './answer-from-lists.js';
import type { FromWorker, ToWorker } from './messages.js';
import { KEPT_HEADER } from './standing.js';

declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Client {
  postMessage(message: FromWorker): void;
}
interface Told extends Lasting {
  readonly data: ToWorker;
  readonly source: Client | null;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const PREFIX = 'giapranh-';
const SHELL = `${PREFIX}shell-${SHELL_VERSION}`;
const DATA = `${PREFIX}data-1`;
const KEPT_FOR_ms = 14 * 24 * 3600 * 1000;
const AT_ONCE = 3;
/** What of the server may be kept; the rest (processes, jobs, pages) is nothing without it. */
const KEPT_PATHS = /^\/(profile\.json|units\.json|ground\.json|collections(\/|$)|tiles\/|fonts\/|glyphs\/)/;
const NEVER_CHANGES = /^\/(fonts|glyphs)\//;
/** The cache of data answers whatever the headers of the question were. */
const ANY = { ignoreVary: true } as const;

async function tell(message: FromWorker): Promise<void> {
  for (const client of await worker.clients.matchAll()) client.postMessage(message);
}

/** What was made for somebody who signed in is theirs: it is not kept where the next one finds it. */
function isOwn({ headers }: Response): boolean {
  return /\bprivate\b/.test(headers.get('cache-control') ?? '');
}

async function keep(url: string, response: Response): Promise<void> {
  if (isOwn(response)) return;
  const headers = new Headers(response.headers);
  headers.set(KEPT_HEADER, new Date().toISOString());
  headers.delete('content-encoding');
  headers.delete('content-length');
  const copy = new Response(await response.blob(), { status: response.status, headers });
  await (await caches.open(DATA)).put(url, copy);
}

/** Lists of features that were kept, newest day first. */
async function keptLists(layer: string, asOf: string | undefined): Promise<Item[][]> {
  const cache = await caches.open(DATA);
  const questions = (await cache.keys()).filter(({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const [day, offset] = [searchParams.get('asOf'), searchParams.get('offset')];
    return (
      pathname === `/collections/${layer}/items` &&
      offset === null &&
      (searchParams.get('limit')?.length ?? 0) > 3 &&
      (asOf === undefined || day === asOf)
    );
  });
  const lists: Item[][] = [];
  for (const question of questions) {
    const answer = await cache.match(question, ANY);
    const body: { features: Item[] } | undefined = await answer?.json();
    if (body !== undefined) lists.push(body.features);
  }
  return lists;
}

async function fromKept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(DATA);
  const exact = await cache.match(request.url, ANY);
  if (exact !== undefined) return exact;
  const made = await answerFromLists(new URL(request.url), keptLists);
  if (made === undefined) return undefined;
  const profile = await cache.match(new URL('/profile.json', worker.location.href).href, ANY);
  return new Response(JSON.stringify(made), {
    headers: {
      'Content-Type': 'application/geo+json',
      [KEPT_HEADER]: profile?.headers.get(KEPT_HEADER) ?? new Date(0).toISOString(),
    },
  });
}

let showedKept = false;

async function fromServer(event: Asked): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && response.status === 200) {
      event.waitUntil(keep(request.url, response.clone()));
      if (showedKept) {
        showedKept = false;
        event.waitUntil(tell({ kind: 'answered' }));
      }
    }
    return response;
  } catch (error) {
    const kept = await fromKept(request);
    if (kept === undefined) throw error;
    const at = kept.headers.get(KEPT_HEADER);
    showedKept = true;
    if (at !== null) event.waitUntil(tell({ kind: 'used', at }));
    return kept;
  }
}

async function unchanging(event: Asked): Promise<Response> {
  const kept = await (await caches.open(DATA)).match(event.request.url, ANY);
  return kept ?? fromServer(event);
}

async function fromShell(request: Request, key: string): Promise<Response> {
  return (await (await caches.open(SHELL)).match(key, ANY)) ?? fetch(request);
}

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(DATA);
  const rest = [...urls];
  const work = async (): Promise<void> => {
    for (let url = rest.shift(); url !== undefined; url = rest.shift()) {
      const { href, pathname } = new URL(url, worker.location.href);
      if (NEVER_CHANGES.test(pathname) && (await cache.match(href, ANY)) !== undefined) continue;
      // A failure leaves what was kept before.
      const response = await fetch(href, {
        // What everybody may read, whoever is signed in.
        credentials: 'omit',
        headers: { accept: 'application/geo+json, application/json, */*;q=0.1' },
      }).catch(() => undefined);
      if (response?.status === 200) await keep(href, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const question of await cache.keys()) {
    const at = (await cache.match(question, ANY))?.headers.get(KEPT_HEADER);
    if (NEVER_CHANGES.test(new URL(question.url).pathname)) continue;
    if (Date.now() - Date.parse(at ?? '') > KEPT_FOR_ms) await cache.delete(question);
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...SHELL_FILES])));
});

worker.addEventListener('activate', (event) => {
  const clean = async (): Promise<void> => {
    for (const name of await caches.keys())
      if (name.startsWith(PREFIX) && name !== SHELL && name !== DATA) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === '/') event.respondWith(fromShell(request, '/index.html'));
    return;
  }
  if (SHELL_FILES.includes(pathname)) event.respondWith(fromShell(request, pathname));
  else if (NEVER_CHANGES.test(pathname)) event.respondWith(unchanging(event));
  else if (KEPT_PATHS.test(pathname)) event.respondWith(fromServer(event));
});

worker.addEventListener('message', (event) => {
  const message = event.data;
  if (message.kind === 'take-over') event.waitUntil(worker.skipWaiting());
  else event.waitUntil(keepAll(message.urls).then(() => event.source?.postMessage({ kind: 'kept-all' })));
});
