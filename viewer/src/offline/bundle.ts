import type { Item } from '../server/features.js';
import { answerFromLists } from './answer-from-lists.js';

/** What a folder made by `giapranh bundle` brings: everything is a script, as pages of a folder may load no other. */
export interface Bundle {
  /** When its data was taken, ISO 8601. */
  readonly taken_at: string;
  /** Days it has, `YYYY-MM-DD`: the first is the one it opens on. */
  readonly days: readonly string[];
  readonly max_zoom: number;
  /** JSON by address. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Fonts and sprites by path, as data addresses. */
  readonly files: Readonly<Record<string, string>>;
  /** Filled by the scripts that are loaded when asked for: lists of features, and tiles in base64. */
  readonly parts: Record<string, unknown>;
}

declare global {
  var giapranhBundle: Bundle | undefined;
}

export const bundle = (): Bundle | undefined => globalThis.giapranhBundle;

/** The address of a file that the bundle brings; `undefined` outside of a bundle. */
export const bundledFile = (path: string): string | undefined => bundle()?.files[path];

const loading = new Map<string, Promise<unknown>>();

/** A part by its name: a script of the folder, loaded once. `undefined` when the folder has none. */
function part(name: string): Promise<unknown> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const made = new Promise<unknown>((resolve) => {
    const script = document.createElement('script');
    script.src = `./data/${name}.js`;
    script.onload = () => resolve(bundle()?.parts[name]);
    script.onerror = () => resolve(undefined);
    document.head.append(script);
  });
  loading.set(name, made);
  return made;
}

/** What the server would have answered; `undefined`: the bundle does not hold it. */
export async function bundledAnswer({ answers, days }: Bundle, address: string): Promise<unknown> {
  if (address in answers) return answers[address];
  return answerFromLists(new URL(address, 'http://bundle'), async (layer, asOf) => {
    const wanted = asOf === undefined ? days : days.filter((day) => day === asOf);
    const lists = await Promise.all(wanted.map((day) => part(`${layer}-${day}`)));
    return lists.filter((list): list is readonly Item[] => Array.isArray(list));
  });
}

/** What computes, and the ground it computes with, as the folder brings them. */
export interface BundledComputer {
  /** Address of the worker's script: pages of a folder may start none from a file. */
  readonly script: string;
  /** Gzipped JSON of the ground. */
  readonly ground: ArrayBuffer;
}

/** `undefined` outside of a bundle. Throws where the folder misses a part. */
export async function bundledComputer(): Promise<BundledComputer | undefined> {
  if (bundle() === undefined) return undefined;
  const [script, ground] = await Promise.all([part('compute'), part('ground')]);
  if (typeof script !== 'string' || typeof ground !== 'string') throw new Error('the folder misses a part');
  return {
    script: URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
    ground: bytesOf(ground),
  };
}

const bytesOf = (base64: string): ArrayBuffer =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;

/** The scheme under which the map asks the bundle. */
export const BUNDLE_SCHEME = 'giapranh';

/** For MapLibre's `addProtocol`: tiles and sprites of the folder. A tile that is not there is empty. */
export async function loadBundled({ url, type }: { readonly url: string; readonly type?: string }) {
  const { pathname, searchParams } = new URL(url.replace(`${BUNDLE_SCHEME}://`, 'http://'));
  const file = bundledFile(pathname);
  if (file !== undefined) {
    const data = bytesOf(file.slice(file.indexOf(',') + 1));
    return { data: type === 'json' ? JSON.parse(new TextDecoder().decode(data)) : data };
  }
  const [, layers = '', z = '', x = '', y = ''] =
    /^\/tiles\/([^/]+)\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(decodeURIComponent(pathname)) ?? [];
  const name = [layers.split(',')[0], searchParams.get('asOf'), z].filter(Boolean).join('-');
  const tiles = await part(`tiles-${name}`);
  const held = typeof tiles === 'object' && tiles !== null ? Reflect.get(tiles, `${x}/${y}`) : undefined;
  return { data: typeof held === 'string' ? bytesOf(held) : new ArrayBuffer(0) };
}
