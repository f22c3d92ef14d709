import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlagReport, SiteFlags } from '@giapranh/core';
import { beforeAll, expect, it } from 'vitest';
import { seeded } from '../seeded.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh, jsonOf } from './cli-process.js';

const DAY = ['--as-of', '2026-01-01'];
const folders = withTemporaryFolders();
let folder: string;
let path: string;
const random = seeded(20_250_701);
/** Synthetic places over the profile's box, their ids in no order. */
const PLACES = Array.from({ length: 2500 }, (_, at) => ({
  id: `SYN-${(at * 7919) % 2500}`,
  lon: Number((105.4 + 0.8 * random()).toFixed(6)),
  lat: Number((21.8 + 0.9 * random()).toFixed(6)),
}));
beforeAll(async () => {
  folder = await folders.create();
  path = join(folder, 'synthetic.csv');
  await writeFile(
    path,
    `id,lon,lat,error_m\n${PLACES.map(({ id, lon, lat }) => `${id},${lon},${lat},5`).join('\n')}\n`,
  );
});

interface Streamed extends FlagReport {
  readonly sites: readonly (SiteFlags & { readonly change?: object })[];
}

it('a stream judges as the whole file does, in the order of the file', async () => {
  const [stream, whole] = await Promise.all([
    giapranh(['flag', path, ...DAY, '--stream', '--format', 'json']),
    giapranh(['flag', path, ...DAY, '--format', 'json']),
  ]);
  const [one, other] = [jsonOf(stream) as Streamed, jsonOf(whole) as FlagReport];
  expect(one.sites.map(({ site_id }) => site_id)).toEqual(PLACES.map(({ id }) => id));
  const byId = new Map(other.sites.map((site) => [site.site_id, site]));
  expect(one.sites).toEqual(one.sites.map(({ site_id }) => byId.get(site_id)));
  // How many sites there are a stream knows only at its end (`sites_source`).
  expect(other.inputs).toMatchObject(one.inputs);
  const bare = ({ sites: _, score: _score, ...sum }: FlagReport['summary']['communes'][number]) => sum;
  const counted = (units: readonly object[]) => units.map((unit) => JSON.stringify(unit)).toSorted();
  expect(one.summary).toMatchObject({
    site_count: 2500,
    flagged_count: other.summary.flagged_count,
    sites_by_level: other.summary.sites_by_level,
    flags_by_rule: other.summary.flags_by_rule,
  });
  for (const level of ['communes', 'former_districts'] as const)
    expect(counted(one.summary[level])).toEqual(counted(other.summary[level].map(bare)));
});

it('the same sites in another order, judged by another process, give the same bytes', async () => {
  const shuffled = join(await folders.create(), 'synthetic.csv');
  const rows = PLACES.map(({ id, lon, lat }) => `${id},${lon},${lat},5`).reverse();
  await writeFile(shuffled, `id,lon,lat,error_m\n${rows.join('\n')}\n`);
  const runs = await Promise.all(
    [path, shuffled].map((file) => giapranh(['flag', file, ...DAY, '--explain', '--format', 'json'])),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs[0]?.out === runs[1]?.out).toBe(true);
  expect(runs[0]?.out.length).toBeGreaterThan(1_000_000);
});

it('a stream is kept and compared with, and is written as GeoJSON and CSV', async () => {
  const kept = join(folder, 'baseline.json');
  const half = join(folder, 'half.geojsonl');
  const feature = ({ id, lon, lat }: (typeof PLACES)[number]) =>
    JSON.stringify({ type: 'Feature', id, properties: { error_m: 5 }, geometry: { type: 'Point', coordinates: [lon, lat] } }); // biome-ignore format: one feature
  await writeFile(half, PLACES.slice(0, 500).map(feature).join('\n'));
  const first = await giapranh(['flag', half, ...DAY, '--format', 'geojson', '--write-baseline', kept]);
  const written = jsonOf(first) as { features: readonly { id: string; properties: { level: string | null } }[] }; // biome-ignore format: a shape
  expect(written.features.map(({ id }) => id)).toEqual(PLACES.slice(0, 500).map(({ id }) => id));
  const since = await giapranh(['flag', path, ...DAY, '--stream', '--baseline', kept, '--format', 'json']);
  const { changes } = jsonOf(since) as { changes: { counts: Record<string, number>; sites_gone: readonly object[] } }; // biome-ignore format: a shape
  const flagged = written.features.filter(({ properties }) => properties.level !== null).length;
  expect(changes.counts['same']).toBe(flagged);
  expect(changes.counts['new']).toBeGreaterThan(flagged);
  expect(changes.sites_gone).toEqual([]);
  const table = await giapranh([
    'flag',
    path,
    ...DAY,
    '--stream',
    '--by',
    'former-district',
    '--format',
    'csv',
  ]);
  expect(table.out).toContain('Chợ Đồn');
  const refused = await giapranh(['flag', path, ...DAY, '--stream', '--format', 'sarif']);
  expect([refused.code, refused.told]).toEqual([2, expect.stringContaining('stream-format')]);
});

it('the policy that carries watch lists is chosen, followed and named', async () => {
  const [all, part] = await Promise.all(
    ['all', 'old-part-only'].map(async (policy) => {
      const run = await giapranh(['flag', path, ...DAY, '--policy', policy, '--format', 'json']);
      const report = jsonOf(run) as FlagReport;
      return { policies: report.inputs.watch_policies, watched: report.summary.flags_by_rule['watch-unit-1254'], told: run.told }; // biome-ignore format: one value
    }),
  );
  expect(all?.policies).toEqual({ '1254-stnmt-ks': 'all' });
  expect(part?.policies).toEqual({ '1254-stnmt-ks': 'old-part-only' });
  expect(part?.watched).toBeLessThan(all?.watched ?? 0);
  expect(part?.told).toContain('old-part-only');
});
