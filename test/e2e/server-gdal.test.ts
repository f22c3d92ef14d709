import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CATALOG } from '@giapranh/core';
import { expect, inject, it } from 'vitest';

const run = promisify(execFile);
const source = `OAPIF:${inject('serverUrl')}`;

async function ogrinfo(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run('ogrinfo', ['-ro', ...args], { maxBuffer: 1 << 28 });
  expect(stderr).not.toMatch(/ERROR|Warning/);
  return stdout;
}

async function countOf(layer: string, query = ''): Promise<number> {
  const response = await fetch(`${inject('serverUrl')}/collections/${layer}/items?limit=1${query}`);
  return ((await response.json()) as { numberMatched: number }).numberMatched;
}

it('opens in GDAL with every layer by name', async () => {
  const layers = await ogrinfo('-q', source);
  for (const { id } of CATALOG) expect(layers).toContain(`: ${id} `);
});

it('tells GDAL count, extent and CRS', async () => {
  const summary = await ogrinfo('-so', source, 'communes');
  expect(summary).toContain(`Feature Count: ${await countOf('communes')}`);
  expect(summary).toContain('ID["EPSG",4326]');
  const [west = 0, south = 0, east = 0, north = 0] =
    /Extent: \((.+), (.+)\) - \((.+), (.+)\)/.exec(summary)?.slice(1).map(Number) ?? [];
  expect([west > 104, south > 21, east < 108, north < 24]).toEqual([true, true, true, true]);
});

it('pages GDAL through more than a thousand features', async () => {
  const whole = await ogrinfo('-q', source, 'places');
  const ids = whole.match(/OGRFeature\(places\):/g) ?? [];
  expect(ids.length).toBe(await countOf('places'));
  expect(ids.length).toBeGreaterThan(1000);
});

it('lets GDAL filter by box and attribute', async () => {
  const boxed = await ogrinfo('-so', '-spat', '105.5', '22.1', '105.6', '22.2', source, 'communes');
  expect(boxed).toContain(`Feature Count: ${await countOf('communes', '&bbox=105.5,22.1,105.6,22.2')}`);
  const filtered = await ogrinfo('-so', '-where', "province_code='04'", source, 'communes');
  expect(filtered).toContain(`Feature Count: ${await countOf('communes', '&province_code=04')}`);
});
