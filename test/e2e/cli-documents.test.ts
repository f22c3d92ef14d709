import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { giapranh, jsonOf } from './cli-process.js';

const folders = withTemporaryFolders();

interface Documents {
  readonly documents: readonly { id: string; status: string; conflicts_with?: readonly object[] }[];
}

it('documents are found by words without diacritics, and stand as the day says', async () => {
  const on = async (asOf: string, ...words: string[]) =>
    jsonOf(await giapranh(['documents', ...words, '--as-of', asOf, '--format', 'json'])) as Documents;
  const status = ({ documents }: Documents, id: string) => documents.find((one) => one.id === id)?.status;
  const [before, after] = [
    await on('2025-06-30', 'quy che phoi hop'),
    await on('2025-07-01', 'quy che phoi hop'),
  ];
  expect(status(before, 'qcph-bac-kan-thai-nguyen')).toBe('unknown');
  expect(status(after, 'qcph-bac-kan-thai-nguyen')).toBe('lapsed');
  expect(status(after, 'qcph-bac-kan-cao-bang')).toBe('unknown');
  const all = await on('2026-01-01');
  expect(status(all, '178-kh-ubnd')).toBe('lapsed');
  expect(status(all, 'luat-60-2010-qh12')).toBe('superseded');
  expect(all.documents.find(({ id }) => id === 'qd-66-qd-ttg')?.conflicts_with).toHaveLength(1);
});

it('watch units: 27 successors of five, 24 of them whole; named in their own vintage before', async () => {
  const on = async (...args: string[]) =>
    jsonOf(await giapranh(['watch-units', ...args, '--format', 'json'])) as {
      lists: readonly {
        policy: string;
        units: readonly object[];
        areas: readonly { inheritance: string }[];
      }[];
    };
  const [list] = (await on('--as-of', '2026-01-01')).lists;
  expect(list?.units).toHaveLength(5);
  expect(list?.areas.map(({ inheritance }) => inheritance).filter((one) => one === 'whole')).toHaveLength(24);
  expect(list?.areas).toHaveLength(27);
  const [old] = (await on('--as-of', '2023-05-23')).lists;
  expect(old?.areas.map(({ inheritance }) => inheritance)).toEqual(Array(5).fill('named'));
});

it('flag takes layers for its rules, and tells the patrol order with every factor', async () => {
  const path = join(await folders.create(), 'checks.csv');
  await writeFile(path, 'id,lon,lat,day,commune_code\nc1,105.59,22.15,2025-11-20,02020\n');
  const args = [
    'flag',
    '--as-of',
    '2026-01-01',
    '--layer',
    `inspections=${path}`,
    '--priorities',
    '--format',
    'json',
  ];
  const found = jsonOf(await giapranh(args)) as {
    inputs: { datasets: readonly { id: string; sha256: string }[] };
    priorities: { units: readonly { id: string; score: number; factors: readonly { name: string; known: boolean; value: number | null }[] }[]; segments: readonly object[] };
  }; // biome-ignore format: a shape
  expect(found.inputs.datasets.find(({ id }) => id === 'layer:inspections')?.sha256).toMatch(
    /^[0-9a-f]{64}$/,
  );
  const checked = found.priorities.units.find(({ id }) => id === '02020');
  expect(checked?.factors.find(({ name }) => name === 'days_since_check')).toMatchObject({
    known: true,
    value: 42,
  });
  expect(checked?.factors.find(({ name }) => name === 'incidents')).toMatchObject({ known: false });
  expect(found.priorities.segments.length).toBeGreaterThan(50);
  const scores = found.priorities.units.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  const refused = await giapranh(['flag', '--layer', 'inspections']);
  expect([refused.code, refused.told]).toEqual([2, expect.stringContaining('layer-option')]);
});

it('units: mixed units by each policy, two drawings, real change beside noise, and whom to call', async () => {
  const watched = async (policy: string) =>
    jsonOf(await giapranh(['units', 'Chợ Đồn', '--as-of', '2023-05-23', '--to', '2026-01-01', '--policy', policy, '--format', 'json'])) as {
      policy: { id: string };
      inherited: readonly { difference_m2: number }[];
    }; // biome-ignore format: a shape
  const [all, part] = await Promise.all(['all', 'old-part-only'].map(watched));
  expect([all?.policy.id, part?.policy.id]).toEqual(['all', 'old-part-only']);
  expect(all?.inherited[0]?.difference_m2).toBeGreaterThan(part?.inherited[0]?.difference_m2 ?? Number.NaN);
  interface Compared {
    readonly tolerance_m: number;
    readonly disputed: readonly { area_m2: number; claims: readonly { unit: { code: string } }[] }[];
    readonly changes?: readonly { from: { code: string }; to: { code: string }; unchanged: boolean }[];
  }
  const compare = async (...more: string[]) =>
    jsonOf(await giapranh(['units', '--compare', 'gov-2019', '--as-of', '2023-05-23', ...more, '--format', 'json'])) as Compared; // biome-ignore format: one call
  const [drawings, vintages] = await Promise.all([compare(), compare('--to', '2026-01-01')]);
  const ofBacKan = ({ disputed }: Compared) =>
    disputed
      .filter(({ claims }) => claims[0]?.unit.code === '06')
      .map(({ area_m2 }) => (area_m2 / 1e6).toFixed(1));
  expect([ofBacKan(drawings), drawings.tolerance_m]).toEqual([['6.5', '3.0'], 812]);
  // The same two patches are no change of border; the change is that Bắc Kạn went into Thái Nguyên.
  expect([ofBacKan(vintages), vintages.tolerance_m]).toEqual([['6.5', '3.0'], 812]);
  const real = vintages.changes?.filter(({ unchanged }) => !unchanged) ?? [];
  expect(real.map(({ from, to }) => `${from.code}-${to.code}`)).toContain('06-19');
  expect(real.some(({ from }) => from.code === '04')).toBe(false);
  const asked = ['units', '--at', '105.9,22.55', '--as-of', '2026-01-01', '--format', 'json'];
  const { contact } = jsonOf(await giapranh(asked)) as {
    contact: { pair: string; own: object; other: object; own_bodies: readonly object[]; regulations: readonly object[] };
  }; // biome-ignore format: a shape
  expect(contact).toMatchObject({ pair: '19-04', own: expect.anything(), other: expect.anything() });
  expect(Math.min(contact.own_bodies.length, contact.regulations.length)).toBeGreaterThan(0);
});
