import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { geodesicArea_m2 } from '@giapranh/core';
import type { Polygon } from 'geojson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnownDefect } from '../manifest.js';
import { verifyData } from './verify-data.js';

/** A province of two communes side by side, made from two communes of one district. */
interface World {
  communes: { code: string; name: string; area_km2: number; ring: number[][] }[];
  former: string[];
  current: string[];
  lineage: string[];
  site: { communes: string[]; codes: string[]; position: number[] };
  defects: KnownDefect[];
}

const square = (west: number, east: number): number[][] => [
  [west, 22],
  [east, 22],
  [east, 22.1],
  [west, 22.1],
  [west, 22],
];
const area_km2 = (ring: number[][]): number =>
  geodesicArea_m2({ type: 'Polygon', coordinates: [ring] } satisfies Polygon) / 1e6;

function soundWorld(): World {
  const [a, b] = [square(105, 105.1), square(105.1, 105.2)];
  return {
    communes: [
      { code: '00101', name: 'Xã Thượng', area_km2: area_km2(a), ring: a },
      { code: '00102', name: 'Phường Hạ', area_km2: area_km2(b), ring: b },
    ],
    former: ['01,Tỉnh Mẫu,010,Huyện Mẫu,00011,Xã Thượng', '01,Tỉnh Mẫu,010,Huyện Mẫu,00012,Xã Hạ'],
    current: ['01,Tỉnh Mẫu,00101,Xã Thượng,100', '01,Tỉnh Mẫu,00102,Phường Hạ,100'],
    lineage: ['00011,010,01,00101,Xã Thượng,01,full,', '00012,010,01,00102,Phường Hạ,01,full,'],
    site: { communes: ['Thượng'], codes: ['00011'], position: [105.05, 22.05] },
    defects: [],
  };
}

const collection = (features: object[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

function filesOf(
  world: World,
): Readonly<Record<string, { kind: string; vintage: string | null; text: string; rows: number }>> {
  const total_km2 = world.communes.reduce((sum, commune) => sum + commune.area_km2, 0);
  return {
    'communes.geojson': {
      kind: 'communes',
      vintage: '2025-07-01',
      rows: 2,
      text: collection(
        world.communes.map(({ code, name, area_km2, ring }) => ({
          type: 'Feature',
          properties: { code, name, province_code: '01', area_km2_declared: area_km2 },
          geometry: { type: 'Polygon', coordinates: [ring] },
        })),
      ),
    },
    'former.csv': {
      kind: 'unit-list',
      vintage: '2023',
      rows: 2,
      text: table('province_code,province,district_code,district,commune_code,commune', world.former),
    },
    'current.csv': {
      kind: 'unit-list',
      vintage: '2025-07-01',
      rows: 2,
      text: table('province_code,province,commune_code,commune,area_km2_declared', world.current),
    },
    'lineage.csv': {
      kind: 'lineage',
      vintage: '2025-07-01',
      rows: 2,
      text: table(
        'old_commune_code,old_district_code,old_province_code,new_commune_code,new_commune,new_province_code,kind,new_code_in_geometry_if_different',
        world.lineage,
      ),
    },
    'official.csv': {
      kind: 'official-areas',
      vintage: null,
      rows: 1,
      text: table('vintage,level,code,name,area_km2,source', [
        `2025-07-01,province,01,Tỉnh Mẫu,${total_km2},mẫu`,
      ]),
    },
    'sites.geojson': {
      kind: 'mineral-areas',
      vintage: '2023',
      rows: 1,
      text: collection([
        {
          type: 'Feature',
          properties: {
            id: 'S1',
            name: 'Điểm mẫu',
            mineral_vi: 'vàng',
            decision: '1/QĐ-UBND',
            location_precision: 'commune level',
            communes: world.site.communes,
            commune_codes: world.site.codes,
          },
          geometry: { type: 'Point', coordinates: world.site.position },
        },
      ]),
    },
  };
}

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

async function write(root: string, world: World): Promise<void> {
  await mkdir(join(root, 'reference'), { recursive: true });
  await mkdir(join(root, 'profiles'), { recursive: true });
  const datasets = [];
  for (const [name, { kind, vintage, text, rows }] of Object.entries(filesOf(world))) {
    await writeFile(join(root, 'reference', name), text);
    const drawn = kind === 'communes';
    datasets.push({
      id: name.replace(/\..*/, ''),
      title: both(name),
      path: `reference/${name}`,
      kind,
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: Buffer.byteLength(text),
      features: rows,
      crs: name.endsWith('.geojson') ? 'OGC:CRS84' : null,
      vintage,
      vintage_note: both('mẫu'),
      drawing: drawn ? 'sample' : null,
      licence: { id: 'CC0-1.0', class: 'A', share_alike: false, doubt: null },
      attribution: both('mẫu'),
      publisher: 'mẫu',
      origin: [],
      processing: both('mẫu'),
      known_defects: drawn ? world.defects : [],
    });
  }
  await writeFile(join(root, 'manifest.json'), JSON.stringify({ datasets }));
}

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'giapranh-verify-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Findings as `verdict check code subject`, of a world made unsound by `spoil`. */
async function findings(spoil: (world: World) => void, after?: () => Promise<void>): Promise<string[]> {
  const world = soundWorld();
  spoil(world);
  await write(root, world);
  await after?.();
  const { rows } = await verifyData(root);
  return rows.flatMap((row) =>
    row.findings.map(
      (one) => `${one.known === null ? 'fault' : 'known'} ${row.check} ${one.code} ${one.subject}`,
    ),
  );
}

const commune = (world: World, at: number): World['communes'][number] => {
  const found = world.communes[at];
  if (found === undefined) throw new Error('no such commune');
  return found;
};

it('finds nothing in a sound folder', async () => {
  await write(root, soundWorld());
  const report = await verifyData(root);
  expect(report.rows.flatMap((row) => row.findings)).toEqual([]);
  expect(report.faults).toBe(0);
  expect(new Set(report.rows.map((row) => row.check))).toEqual(
    new Set(['checksum', 'schema', 'validity', 'areas', 'shared-borders', 'lineage', 'references']),
  );
});

describe('each fault raises its finding and no other', () => {
  const cases: readonly (readonly [
    name: string,
    spoil: (world: World) => void,
    expected: readonly string[],
  ])[] = [
    [
      'a property that is missing',
      (world) => {
        commune(world, 0).name = '';
      },
      ['fault schema data-schema 00101', 'fault references unit-name-differs 00101'],
    ],
    [
      'a name without its type',
      (world) => {
        commune(world, 0).name = 'Thượng';
      },
      ['fault schema data-schema 00101', 'fault references unit-name-differs 00101'],
    ],
    [
      'a ring that is not closed',
      (world) => {
        commune(world, 0).ring = square(105, 105.1).slice(0, 4);
      },
      [
        'fault schema geometry-ring-unclosed features/0/geometry/coordinates/0/3',
        'fault schema data-count null',
        'fault areas area-differs 01',
      ],
    ],
    [
      'a polygon that crosses itself',
      (world) => {
        const [a, b, c, d] = square(105, 105.1);
        commune(world, 0).ring = [a, c, b, d, a].map((position) => position ?? []);
      },
      [
        'fault validity geometry-invalid 00101',
        'fault areas area-differs 00101',
        'fault areas area-differs 01',
        'fault shared-borders geometry-operation-failed null',
      ],
    ],
    [
      'a declared area 6 % off',
      (world) => {
        commune(world, 1).area_km2 *= 1.06;
      },
      ['fault areas area-differs 00102', 'fault areas area-differs 01'],
    ],
    [
      'an overlap',
      (world) => {
        commune(world, 1).ring = square(105.0999, 105.2);
      },
      ['fault shared-borders coverage-overlap 00101+00102', 'fault shared-borders coverage-unmatched null'],
    ],
    [
      'an extra vertex on one side',
      (world) => {
        commune(world, 1).ring = [...square(105.1, 105.2).slice(0, 4), [105.1, 22.05], [105.1, 22]];
      },
      ['fault shared-borders coverage-unmatched null'],
    ],
    [
      'a gap between neighbours that meet above and below it',
      (world) => {
        const [first, second] = [square(105, 105.1), square(105.1, 105.2)];
        const [low, high] = [
          [105.1, 22.02],
          [105.1, 22.08],
        ];
        commune(world, 0).ring = [...first.slice(0, 2), low, high, ...first.slice(2)];
        commune(world, 1).ring = [...second.slice(0, 4), high, [105.10002, 22.05], low, ...second.slice(4)];
      },
      ['fault shared-borders coverage-gap null'],
    ],
    [
      'an old code that is in no list, and its commune without a link',
      (world) => {
        world.lineage[0] = '00099,010,01,00101,Xã Thượng,01,full,';
      },
      ['fault lineage lineage-code-unknown 00099', 'fault lineage lineage-commune-unlinked 00011'],
    ],
    [
      'a new commune that the list numbers otherwise',
      (world) => {
        world.lineage[0] = '00011,010,01,00199,Xã Thượng,01,full,00101';
      },
      ['fault lineage lineage-code-differs 00199'],
    ],
    [
      'a drawn unit that is in no list',
      (world) => {
        commune(world, 0).code = '00777';
      },
      ['fault references unit-unknown 00777'],
    ],
    [
      'a site without its commune code',
      (world) => {
        world.site.codes = [''];
      },
      ['fault references site-commune-code-missing S1'],
    ],
    [
      'a site in the Atlantic',
      (world) => {
        world.site.position = [-30, 22];
      },
      ['fault references position-outside S1'],
    ],
  ];
  for (const [name, spoil, expected] of cases) {
    it(name, async () => expect((await findings(spoil)).sort()).toEqual([...expected].sort()));
  }

  it('a file that was changed behind the manifest', async () => {
    const change = (): Promise<void> => appendFile(join(root, 'reference/sites.geojson'), '\n');
    expect(await findings(() => {}, change)).toEqual([
      'fault checksum data-checksum reference/sites.geojson',
    ]);
  });

  it('a file that is gone', async () => {
    const found = await findings(
      () => {},
      () => rm(join(root, 'reference/official.csv')),
    );
    expect(found).toContain('fault checksum file-missing reference/official.csv');
  });
});

describe('a recorded defect', () => {
  const spoil = (max: number, subjects?: string[]) => (world: World) => {
    commune(world, 1).area_km2 *= 1.06;
    const subject = subjects === undefined ? {} : { subjects };
    world.defects = [{ code: 'area-differs', ...subject, max, unit: '%', note: both('mẫu') }];
  };

  it('is no fault within its bound, for its subject', async () => {
    expect(await findings(spoil(5.7, ['00102', '01']))).toEqual([
      'known areas area-differs 00102',
      'known areas area-differs 01',
    ]);
  });

  it('is a fault again beyond its bound, and for another subject', async () => {
    expect(await findings(spoil(5.5))).toContain('fault areas area-differs 00102');
    expect(await findings(spoil(5.7, ['00101', '01']))).toContain('fault areas area-differs 00102');
  });
});

describe('a folder that is no data folder', () => {
  it('has a manifest that is missing, broken or malformed', async () => {
    const codes = async (): Promise<string[]> =>
      (await verifyData(root)).rows.flatMap((row) => row.findings.map((finding) => finding.code));
    expect(await codes()).toEqual(['file-missing']);
    await writeFile(join(root, 'manifest.json'), '{');
    expect(await codes()).toEqual(['json-syntax']);
    await writeFile(join(root, 'manifest.json'), '{"datasets":[{"id":"Not An Id"}]}');
    expect(new Set(await codes())).toEqual(new Set(['manifest-schema']));
  });

  it('without profiles still has its data checked', async () => {
    const found = await findings(
      (world) => {
        world.site.codes = [''];
      },
      () => rm(join(root, 'profiles'), { recursive: true }),
    );
    expect(found.map((text) => text.split(' ')[2])).toEqual(['site-commune-code-missing', 'file-missing']);
  });
});

it('the data folder of the project has recorded defects only', async () => {
  const report = await verifyData(join(import.meta.dirname, '../../../../data'));
  const faults = report.rows.flatMap((row) => row.findings.filter((finding) => finding.known === null));
  expect(faults.map(({ code, subject, measured, unit }) => `${code} ${subject} ${measured} ${unit}`)).toEqual(
    [],
  );
  expect(report.known).toBeGreaterThan(0);
});
