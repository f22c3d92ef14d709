import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  type Filter,
  type IsoDate,
  issue,
  type LayerId,
  ok,
  type Result,
  type Validity,
} from '@giapranh/core';
import { StoreFault } from '@giapranh/store';
import { groundTouches } from '@giapranh/tiles';
import { type Reader, secrecyKey, sightOf } from '../access/reader.js';
import type { RevisionSeal } from '../access/revision-seal.js';
import { ContentVersions } from './content-versions.js';
import { wholeValidity } from './layer-sheet.js';
import { isShown, type Mark, type Sight } from './mark.js';
import { dayIn, type Periods, periodOn } from './periods.js';
import { type TileAddress, tileKey } from './tile-address.js';
import { type CachedTile, TileCache } from './tile-cache.js';
import type { CutRequest, LayerSheet, LevelSheet, TileWorkerData, WorkerMessage } from './worker-messages.js';

const CACHE_bytes = 128 * 1024 * 1024;
/** What the thread may take to end by itself: stopped in the middle of a call of the store's engine it takes all down. */
const CLOSING_ms = 10_000;

export interface TileLibraryOptions extends TileWorkerData {
  /** Changes with the content that is loaded: part of versioned addresses. */
  readonly content: string;
  readonly seal: RevisionSeal;
  readonly onCut?: (cut: { took_ms: number; features: number; collapsed: number }) => void;
}

/** A tile as it is asked for. */
export interface TileAsk {
  readonly layers: readonly LayerId[];
  readonly day: IsoDate;
  readonly reader: Reader;
  /** Checked, and written out anew; absent: everything. */
  readonly filter?: { readonly test: Filter; readonly text: string };
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What there is to tell a reader of a layer. */
export interface ReaderSheet extends Omit<LayerSheet, 'levels'> {
  readonly sources: readonly string[];
  readonly bounds: readonly [number, number, number, number] | null;
  readonly validity: Validity;
}

export interface TileLibrary {
  /** The content as this reader sees it: another text whenever an edit may have changed one of their tiles. */
  version(reader: Reader): string;
  /** Whether the layers had to be prepared for this start, and how long that or reading them took. */
  readonly preparation: { readonly prepared: boolean; readonly took_ms: number; readonly notKept?: string };
  readonly cache: { readonly size: number; readonly bytes: number };
  sheet(layer: LayerId, reader: Reader): ReaderSheet | undefined;
  /** From memory only: for the fast path. */
  cached(ask: TileAsk): CachedTile | undefined;
  tile(ask: TileAsk): Promise<CachedTile>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (tile: CachedTile) => void;
  readonly reject: (error: Error) => void;
  readonly key: string;
  readonly address: TileAddress;
  /** The days it was asked under. */
  readonly periods: Periods;
}

function unite(boxes: readonly LevelSheet['bounds'][]): LevelSheet['bounds'] | null {
  const [first, ...rest] = boxes;
  return first === undefined
    ? null
    : rest.reduce(
        ([w, s, e, n], [west, south, east, north]) => [
          Math.min(w, west),
          Math.min(s, south),
          Math.max(e, east),
          Math.max(n, north),
        ],
        first,
      );
}

/** Tiles in memory and the thread that cuts what is missing. */
class Library implements TileLibrary {
  readonly preparation: TileLibrary['preparation'];
  readonly cache = new TileCache(CACHE_bytes);
  readonly #worker: Worker;
  readonly #options: TileLibraryOptions;
  readonly #versions: ContentVersions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #underWay = new Map<string, Promise<CachedTile>>();
  /** Addresses of tiles whose second encoding is on its way. */
  readonly #packing = new Map<number, TileAddress>();
  #periods: Periods;
  #sheets: ReadonlyMap<LayerId, LayerSheet>;
  #lastId = 0;
  #broken: Error | undefined;
  /** What those see whose tiles are kept, by their `secrecyKey`. */
  readonly #sights = new Map<string, Sight>();

  constructor(worker: Worker, options: TileLibraryOptions, ready: WorkerMessage & { kind: 'ready' }) {
    this.#worker = worker;
    this.#options = options;
    this.#versions = new ContentVersions(options.seal, options.content, ready.marks, ready.unmarked);
    this.#periods = { changes: ready.changes };
    this.#sheets = new Map(ready.sheets.map((sheet) => [sheet.layer, sheet]));
    const { prepared, took_ms, notKept } = ready;
    this.preparation = { prepared, took_ms, ...(notKept === undefined ? {} : { notKept }) };
    worker.on('message', (message: WorkerMessage) => this.#take(message));
  }

  version(reader: Reader): string {
    return this.#versions.of(reader);
  }

  sheet(layer: LayerId, reader: Reader): ReaderSheet | undefined {
    const sheet = this.#sheets.get(layer);
    if (sheet === undefined) return undefined;
    const { levels, ...rest } = sheet;
    // Of one level as a whole: who may see only some of it is told nothing of the rest.
    const sight = sightOf(reader);
    const shown = levels.filter(({ secrecy }) => isShown({ secrecy, unit: null }, sight));
    return {
      ...rest,
      sources: [...new Set(shown.flatMap(({ sources }) => sources))].sort(),
      bounds: unite(shown.map(({ bounds }) => bounds)),
      validity: wholeValidity(shown.map(({ validity }) => validity)),
    };
  }

  #addressOf({ layers, day, reader, filter, z, x, y }: TileAsk): TileAddress {
    const [period, secrecy] = [periodOn(this.#periods, day), secrecyKey(reader)];
    if (!this.#sights.has(secrecy)) this.#sights.set(secrecy, sightOf(reader));
    return { layers, period, secrecy, filter: filter?.text ?? '', z, x, y };
  }

  cached(ask: TileAsk): CachedTile | undefined {
    return this.cache.get(this.#addressOf(ask));
  }

  tile(ask: TileAsk): Promise<CachedTile> {
    const address = this.#addressOf(ask);
    const known = this.cache.get(address);
    if (known !== undefined) return Promise.resolve(known);
    const key = tileKey(address);
    const asked = this.#underWay.get(key) ?? this.#request(ask, address, key);
    this.#underWay.set(key, asked);
    return asked;
  }

  #request(ask: TileAsk, address: TileAddress, key: string): Promise<CachedTile> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(this.#broken);
      this.#lastId += 1;
      const id = this.#lastId;
      this.#waiting.set(id, { resolve, reject, key, address, periods: this.#periods });
      const { layers, day, reader, filter, z, x, y } = ask;
      const asOf = dayIn(this.#periods, address.period) ?? day;
      const request = { id, layers, asOf, ...sightOf(reader), filter: filter?.test ?? null, z, x, y };
      this.#worker.postMessage(request satisfies CutRequest);
    });
  }

  #settle(id: number, finish: (entry: Waiting) => void): void {
    const entry = this.#waiting.get(id);
    if (entry === undefined) return;
    this.#waiting.delete(id);
    this.#underWay.delete(entry.key);
    finish(entry);
  }

  #take(message: WorkerMessage): void {
    if (message.kind === 'tile') {
      const { id, gzip, etag } = message;
      this.#settle(id, ({ resolve, address, periods }) => {
        if (periods === this.#periods) {
          this.cache.set(address, { gzip, etag });
          if (gzip !== null) this.#packing.set(id, address);
        }
        this.#options.onCut?.(message);
        resolve({ gzip, etag });
      });
    } else if (message.kind === 'brotli') {
      const address = this.#packing.get(message.id);
      this.#packing.delete(message.id);
      if (address !== undefined) this.cache.complete(address, message.etag, message.brotli);
    } else if (message.kind === 'changed') this.#change(message);
    else if (message.kind === 'broken') {
      const { issue: fault } = message;
      const error = fault === undefined ? new Error(message.message) : new StoreFault(fault);
      this.#settle(message.id, ({ reject }) => reject(error));
    }
  }

  /** After an edit: what it touches is forgotten, all else stays; also the tiles of who may not see it. */
  #change({ changes, sheets, layers, revision }: WorkerMessage & { kind: 'changed' }): void {
    this.#sheets = new Map(sheets.map((sheet) => [sheet.layer, sheet]));
    const movedDays = changes.join() !== this.#periods.changes.join();
    if (movedDays) this.#periods = { changes };
    const isTouched = ({ layers: own, secrecy, z, x, y }: TileAddress): boolean => {
      const sight = this.#sights.get(secrecy);
      const shows = (marks: readonly Mark[] | null): boolean =>
        marks === null || sight === undefined || marks.some((mark) => isShown(mark, sight));
      return (
        movedDays ||
        layers.some(
          ({ layer, ground, marks }) =>
            own.includes(layer) && shows(marks) && (ground === null || groundTouches(ground, { z, x, y })),
        )
      );
    };
    this.cache.forget(isTouched);
    // Asked for under days that are counted anew: not to be joined by who asks now.
    if (movedDays) this.#underWay.clear();
    this.#versions.change(layers, revision);
  }

  fail(error: Error): void {
    this.#broken = error;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, ({ reject }) => reject(error));
  }

  async close(): Promise<void> {
    this.#worker.postMessage('close');
    // It ends for whatever reason; why, who started it tells.
    const ended = once(this.#worker, 'exit').catch(() => undefined);
    const tooLong = new Promise((resolve) => setTimeout(resolve, CLOSING_ms).unref());
    await Promise.race([ended, tooLong]);
    await this.#worker.terminate();
    this.fail(new Error('the server is closing'));
  }
}

/** Starts the tile thread. Issues: those of opening the store, `server-tiles-failed`. */
export function startTileLibrary(options: TileLibraryOptions): Promise<Result<TileLibrary>> {
  const { content, onCut, seal, ...data } = options;
  const worker = new Worker(new URL('./tile-worker.js', import.meta.url), { workerData: data });
  return new Promise((resolve) => {
    let library: Library | undefined;
    const fail = (error: Error): void => {
      library?.fail(error);
      const fault = issue(
        'server-tiles-failed',
        [],
        `Không chuẩn bị được ô bản đồ: ${error.message}`,
        `The tiles could not be prepared: ${error.message}`,
      );
      resolve({ ok: false, issues: [fault] });
    };
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the tile thread ended (${code})`)));
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') {
        library = new Library(worker, options, message);
        resolve(ok(library));
      } else if (message.kind === 'failed') resolve({ ok: false, issues: message.issues });
    });
  });
}
