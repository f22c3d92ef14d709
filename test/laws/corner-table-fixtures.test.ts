import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CornerTableInput, type CornerTableResult, resolveCornerTable } from '@giapranh/core';
import { readCornerTable } from '@giapranh/formats';
import { describe, expect, it } from 'vitest';
import { cornersOfGeometry, farthestCorner_m } from '../corner-table/distance.js';
import { EXPECTED, type ExpectedCase, FOLDER, fixtureGazetteer } from '../corner-table/fixtures.js';

/** Millimetres of the table, plus the rounding of degrees to nine decimals. */
const TOLERANCE_m = 0.002;
const gazetteer = fixtureGazetteer();

async function input(file: string): Promise<CornerTableInput> {
  const read = await readCornerTable(fileURLToPath(new URL(file, FOLDER)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

function codes(found: CornerTableResult['issues']): string[] {
  return [...new Set(found.map((entry) => entry.code))].sort();
}

function expectTruth(result: CornerTableResult, at: number, truth: string, tolerance_m = TOLERANCE_m): void {
  const geometry = result.sites[at]?.geometry;
  expect(geometry, 'geometry').not.toBeNull();
  if (geometry === null || geometry === undefined || truth === 'any') return;
  const corners = EXPECTED.truths[truth];
  if (corners === undefined) throw new Error(`no truth ${truth}`);
  expect(farthestCorner_m(cornersOfGeometry(geometry), corners)).toBeLessThan(tolerance_m);
}

function expectSites(result: CornerTableResult, wanted: ExpectedCase): void {
  expect(result.sites.map((site) => site.shape)).toEqual(wanted.sites.map((site) => site.shape));
  wanted.sites.forEach((site, at) => {
    const found = result.sites[at];
    if (found === undefined) return;
    if (site.truth === null) expect(found.geometry).toBeNull();
    else expectTruth(result, at, site.truth, site.tolerance_m);
    if (site.name !== undefined) expect(found.name).toBe(site.name);
    if (site.area !== undefined) expect(found.area?.agrees).toBe(site.area);
    if (site.decision !== undefined) expect(found.declared.decision?.number).toBe(site.decision);
    if (site.mineral !== undefined) expect(found.declared.mineral).toBe(site.mineral);
    if (site.communes !== undefined) expect(found.declared.communes).toEqual(site.communes);
    if (site.crs !== undefined) expect(found.crs).toBe(site.crs);
    if (site.labels !== undefined) {
      expect(found.parts[0]?.points.map((point) => point.label)).toEqual(site.labels);
    }
  });
}

it('has sixty synthetic tables and more, each labelled so, and no file without an expectation', async () => {
  expect(EXPECTED.cases.length).toBeGreaterThanOrEqual(60);
  const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.json') && name !== 'qd-650-2024.txt');
  expect(files.sort()).toEqual(EXPECTED.cases.map((entry) => entry.file).sort());
  for (const file of files) expect(JSON.stringify(await input(file)), file).toContain('synthetic');
});

describe.each(EXPECTED.cases)('$file: $fault', (wanted) => {
  it('reads as expected', async () => {
    const result = resolveCornerTable(await input(wanted.file), { gazetteer });
    expect(result.verdict).toBe(wanted.verdict);
    if (wanted.crs !== null) expect(result.readings[0]?.crs).toBe(wanted.crs);
    expectSites(result, wanted);
    expect(codes(result.issues)).toEqual([...wanted.issues].sort());
    expect(codes(result.notes)).toEqual(expect.arrayContaining([...wanted.notes]));
    if (wanted.withheld !== undefined) expect(result.sites[0]?.withheld).toEqual(wanted.withheld);
    if (wanted.evidence !== undefined) {
      expect(result.readings[0]?.evidence.map((entry) => entry.kind)).toContain(wanted.evidence);
    }
  });
  const { repair, confirm } = wanted;
  if (repair !== undefined) {
    it('is mended when asked, and says so', async () => {
      const result = resolveCornerTable(await input(wanted.file), { gazetteer, repair: true });
      expectTruth(result, 0, repair);
      expect(codes(result.notes)).toContain('corner-repaired');
    });
  }
  if (confirm !== undefined) {
    it('becomes geometry when its system is named', async () => {
      const crs = wanted.crs ?? 'EPSG:9213';
      const result = resolveCornerTable(await input(wanted.file), { gazetteer, crs });
      expectTruth(result, 0, confirm);
      expect(result.readings.filter((reading) => reading.confirmed).map((reading) => reading.crs)).toEqual([
        crs,
      ]);
    });
  }
});
