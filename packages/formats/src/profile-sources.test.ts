import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type GeometryKernel, loadGeometryKernel, type ProfileSources, type Result } from '@giapranh/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProfileSources } from './profile-sources.js';

const DATA = join(import.meta.dirname, '../../../data');

let kernel: GeometryKernel;
let folder: string;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
  folder = await mkdtemp(join(tmpdir(), 'giapranh-sources-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(['bac-kan', 'can-tho'])('the profile %s out of its real data', (id) => {
  let read: Result<ProfileSources>;
  let sources: ProfileSources;
  beforeAll(async () => {
    read = await readProfileSources(DATA, id, kernel, { derivedFolder: join(folder, 'derived') });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    sources = read.value;
  });

  it('draws its subject and every neighbour said to be present, in the drawing of the vintage', () => {
    for (const vintage of sources.profile.vintages) {
      const drawn = sources.units
        .filter(
          (unit) =>
            unit.level === 'province' && unit.vintage === vintage.id && unit.drawing === vintage.drawing,
        )
        .map((unit) => unit.code);
      const present = vintage.neighbours.filter(({ geometry }) => geometry === 'present');
      expect(drawn).toEqual(expect.arrayContaining([vintage.subject, ...present.map(({ code }) => code)]));
    }
  });

  it('answers from the derived folder what it drew, note for note', async () => {
    const done: number[] = [];
    const again = await readProfileSources(DATA, id, kernel, {
      derivedFolder: join(folder, 'derived'),
      onProgress: (progress) => done.push(progress.done),
    });
    // Not by the test runner: it takes a minute over a million positions.
    expect(isDeepStrictEqual(again, read)).toBe(true);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('names every dataset with checksum, licence and a credit in both languages', () => {
    const features = [...sources.places, ...sources.roads, ...sources.rivers];
    const used = [
      ...sources.sites.map(({ source }) => source),
      ...features.map((one) => one.properties['source']),
    ];
    for (const source of new Set(used)) {
      expect(sources.datasets.find((one) => one.id === source)).toMatchObject({
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        licence: expect.stringMatching(/./),
        attribution: { vi: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      });
    }
  });

  it('gives every feature an id of its own, and places their names in NFC', () => {
    const features = [...sources.places, ...sources.roads, ...sources.rivers];
    expect(new Set(features.map((feature) => `${feature.layer} ${feature.id}`)).size).toBe(features.length);
    for (const { properties } of sources.places) {
      const name = String(properties['name']);
      expect(name).toBe(name.normalize('NFC'));
    }
  });
});

describe('the mineral areas of Bắc Kạn', () => {
  it('are 35: 34 known by their communes, one by its VN-2000 coordinates', async () => {
    const read = await readProfileSources(DATA, 'bac-kan', kernel, {
      derivedFolder: join(folder, 'derived'),
    });
    const official = read.ok
      ? read.value.sites.find(({ source }) => source === 'bac-kan-mineral-areas')
      : undefined;
    const kinds = (official?.sites ?? []).map((site) => site.precision.kind);
    expect(kinds.filter((kind) => kind === 'communes')).toHaveLength(34);
    expect(official?.sites.find((site) => site.precision.kind === 'position')?.id).toBe('BK-OFF-16');
    expect(read.ok && read.notes.filter(({ code }) => code === 'site-commune-replaced')).toHaveLength(1);
  });
});

it('refuses a data file that is not the one the manifest describes', async () => {
  const root = join(folder, 'data');
  await cp(DATA, root, { recursive: true, filter: (source) => !source.includes('derived') });
  await appendFile(join(root, 'reference/admin/official_areas.csv'), '\n');
  await rm(join(root, 'reference/context/rivers_gshhg_area.geojson'));
  const read = await readProfileSources(root, 'bac-kan', kernel);
  expect(read.ok ? [] : read.issues.map(({ code }) => code).sort()).toEqual([
    'data-checksum',
    'file-missing',
  ]);
});
