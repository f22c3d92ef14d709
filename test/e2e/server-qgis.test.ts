import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { CHECKOUT } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';

const run = promisify(execFile);
const server = inject('serverUrl');
const folders = withTemporaryFolders();

interface Told {
  readonly valid: boolean;
  readonly crs: string;
  readonly count: number;
  readonly read: number;
  readonly distinct: number;
  readonly extent: readonly [number, number, number, number];
  readonly fields: readonly string[];
}
interface Answer {
  readonly communes: Told;
  readonly places: Told;
  readonly byBox: number;
  readonly byValue: number;
  readonly tiles: { readonly valid: boolean; readonly crs: string; readonly drawn: number };
}

async function countOf(layer: string, query = ''): Promise<number> {
  const response = await fetch(`${server}/collections/${layer}/items?limit=1${query}`);
  return ((await response.json()) as { numberMatched: number }).numberMatched;
}

it('opens in QGIS 3.22 as it comes: counts, extent, CRS, paging past a thousand, filters, vector tiles', async () => {
  const script = join(CHECKOUT, 'test/e2e/qgis/open-layers.py');
  // The distribution's own Python has the distribution's QGIS.
  const { stdout } = await run('/usr/bin/python3', [script, server, await folders.create()], {
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 26,
  });
  const answer = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
  const { communes, places } = answer;
  expect([communes.valid, places.valid]).toEqual([true, true]);
  // QGIS 3.22 takes CRS84 for EPSG:4326 with the axes as they stand in GeoJSON; extents below show that they do.
  expect([communes.crs, places.crs]).toEqual(['EPSG:4326', 'EPSG:4326']);
  expect(communes.read).toBe(await countOf('communes'));
  expect(places.read).toBe(await countOf('places'));
  expect(places.read).toBeGreaterThan(1000);
  expect(places.distinct).toBe(places.read);
  expect(communes.count).toBe(communes.read);
  const [west, south, east, north] = communes.extent;
  expect([west > 104, south > 21, east < 108, north < 24]).toEqual([true, true, true, true]);
  expect(communes.fields).toEqual(expect.arrayContaining(['code', 'name', 'area_m2', 'valid_from']));
  expect(answer.byBox).toBe(await countOf('communes', '&bbox=105.5,22.1,105.6,22.2'));
  expect(answer.byValue).toBe(await countOf('communes', '&province_code=04'));
  expect(answer.tiles).toMatchObject({ valid: true, crs: 'EPSG:3857' });
  // Of 4,096 points looked at: the window lies in Bắc Kạn, which communes cover whole.
  expect(answer.tiles.drawn).toBeGreaterThan(2000);
});
