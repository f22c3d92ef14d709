import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** `bundle.json` of the built viewer: what the page asks for. */
interface Wants {
  readonly lists: readonly string[];
  readonly sources: readonly { readonly layers: readonly string[]; readonly dated: boolean }[];
  readonly fonts: readonly string[];
}

export interface BundleRequest {
  /** Address of the server, no slash at the end. */
  readonly server: string;
  /** The viewer as built for a folder. */
  readonly viewer: string;
  readonly out: string;
  /** Days to take, the one it opens on first. */
  readonly days: readonly string[];
  /** West, south, east, north in degrees. */
  readonly view: readonly [number, number, number, number];
  readonly maxZoom: number;
  readonly takenAt: Date;
  readonly onProgress: (what: string) => void;
}

export interface TakenBundle {
  readonly tiles: number;
  readonly features: number;
}

const gzipped = promisify(gzip);
const MIN_ZOOM = 5;
const MOST_FEATURES = 10_000;
const AT_ONCE = 8;

/** Columns and rows of Web Mercator tiles that touch a box. */
function span([west, south, east, north]: BundleRequest['view'], z: number): [x: number, y: number][] {
  const side = 2 ** z;
  const column = (lon: number): number => Math.floor(((lon + 180) / 360) * side);
  const row = (lat: number): number =>
    Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side);
  const found: [number, number][] = [];
  for (let x = column(west); x <= column(east); x += 1)
    for (let y = row(north); y <= row(south); y += 1) found.push([x, y]);
  return found;
}

/** A script that hands a part to the page: pages opened from a folder may load nothing else. */
const partScript = (name: string, value: unknown): string =>
  `giapranhBundle.parts[${JSON.stringify(name)}]=${JSON.stringify(value)};\n`;

/** Throws what the file system throws, and when the server does not give what the page needs. */
export async function takeBundle(request: BundleRequest): Promise<TakenBundle> {
  const { server, viewer, out, days, onProgress } = request;
  const data = join(out, 'data');
  await mkdir(data, { recursive: true });
  const ask = async (path: string): Promise<Response> => {
    const response = await fetch(`${server}${path}`, { headers: { accept: 'application/json, */*;q=0.1' } });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  };
  const json = async (path: string): Promise<unknown> => (await ask(path)).json();
  const dataUrl = (type: string, bytes: Uint8Array): string =>
    `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  const wants: Wants = JSON.parse(await readFile(join(viewer, 'bundle.json'), 'utf8'));

  const answers: Record<string, unknown> = {};
  for (const path of [
    '/profile.json',
    '/units.json',
    '/collections?f=json&lang=vi',
    '/collections?f=json&lang=en',
  ]) {
    answers[path] = await json(path);
  }
  const files: Record<string, string> = {};
  for (const path of wants.fonts)
    files[path] = dataUrl('font/woff2', new Uint8Array(await (await ask(path)).arrayBuffer()));
  for (const name of ['giapranh', 'giapranh@2x']) {
    for (const [suffix, type] of [
      ['.json', 'application/json'],
      ['.png', 'image/png'],
    ] as const) {
      const path = `/sprites/${name}${suffix}`;
      files[path] = dataUrl(type, await readFile(join(viewer, path)));
    }
  }

  onProgress('ground');
  const ground = await gzipped(new Uint8Array(await (await ask('/ground.json')).arrayBuffer()));
  await writeFile(join(data, 'ground.js'), partScript('ground', ground.toString('base64')));

  let features = 0;
  for (const layer of wants.lists) {
    for (const day of days) {
      onProgress(`${layer} ${day}`);
      const path = `/collections/${layer}/items?asOf=${day}&limit=${MOST_FEATURES}`;
      const answer = (await json(path)) as { readonly features: readonly unknown[] };
      features += answer.features.length;
      const name = `${layer}-${day}`;
      await writeFile(join(data, `${name}.js`), partScript(name, answer.features));
    }
  }

  let tiles = 0;
  for (const { layers, dated } of wants.sources) {
    for (const day of dated ? days : [undefined]) {
      for (let z = MIN_ZOOM; z <= request.maxZoom; z += 1) {
        const name = ['tiles', [layers[0], day, z].filter((one) => one !== undefined).join('-')].join('-');
        onProgress(name);
        const held: Record<string, string> = {};
        const rest = span(request.view, z);
        const work = async (): Promise<void> => {
          for (let place = rest.shift(); place !== undefined; place = rest.shift()) {
            const [x, y] = place;
            const query = day === undefined ? '' : `?asOf=${day}`;
            const answer = await ask(`/tiles/${layers.join(',')}/${z}/${x}/${y}.mvt${query}`);
            const bytes = Buffer.from(await answer.arrayBuffer());
            if (bytes.length === 0) continue;
            held[`${x}/${y}`] = bytes.toString('base64');
            tiles += 1;
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        await writeFile(join(data, `${name}.js`), partScript(name, held));
      }
    }
  }

  const head = { taken_at: request.takenAt.toISOString(), days, max_zoom: request.maxZoom, answers, files };
  await writeFile(
    join(data, 'bundle.js'),
    `var giapranhBundle=${JSON.stringify(head)};giapranhBundle.parts={};\n`,
  );
  for (const name of ['index.html', 'mark.svg', 'assets', 'data']) {
    await cp(join(viewer, name), join(out, name), { recursive: true });
  }
  return { tiles, features };
}
