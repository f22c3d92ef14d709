import { type CornerTableResult, resolveCornerTable } from '@giapranh/core';
import { expect, it } from 'vitest';
import { cornersOfGeometry, farthestCorner_m } from '../corner-table/distance.js';
import { fixtureGazetteer } from '../corner-table/fixtures.js';
import { type MadeSite, madeSite, NEAR_SYSTEMS } from '../corner-table/made-site.js';
import { Random } from '../corner-table/random.js';
import { grouped, PLAIN_STYLE, statementOf, type TableStyle, tableText } from '../corner-table/table-text.js';

const gazetteer = fixtureGazetteer();
const SEED = 20240415;

/** What a reading says, without what depends on how it was written. */
function meaning(result: CornerTableResult): unknown {
  return {
    verdict: result.verdict,
    crs: result.readings[0]?.crs,
    issues: result.issues.map((entry) => entry.code),
    sites: result.sites.map((site) => ({
      shape: site.shape,
      corners: site.parts.map((part) => part.points.map(({ north, east }) => [north, east])),
      geometry: site.geometry,
      agrees: site.area?.agrees,
    })),
  };
}

function expectRight(result: CornerTableResult, site: MadeSite): void {
  const geometry = result.sites[0]?.geometry;
  if (geometry === null || geometry === undefined) return;
  expect(farthestCorner_m(cornersOfGeometry(geometry), [site.truth])).toBeLessThan(0.002);
}

const STYLES: readonly Partial<TableStyle>[] = [
  { columns: ['y', 'x', 'label'] },
  { columns: ['x', 'label', 'y'] },
  { columns: ['label', 'y', 'x'], delimiter: '\t' },
  { number: (value) => value.toFixed(3) },
  { number: grouped('.', ',') },
  { number: grouped(' ', ',') },
  { number: grouped(',', '.') },
  { number: grouped("'", '.'), delimiter: '|' },
  { label: (at) => String(at + 101) },
  { label: (at) => `M${at + 1}` },
  { label: (at) => String.fromCharCode(65 + at) },
  { label: (at) => `I-${at + 1}` },
  { label: () => '' },
  { heads: { label: 'Point', x: 'Northing (m)', y: 'Easting (m)' } },
  { heads: { label: 'TT', x: 'Tọa độ X', y: 'Tọa độ Y' } },
];

it('reads a table the same whatever its column order, decimal style and row numbering', () => {
  const random = new Random(SEED);
  for (let run = 0; run < 40; run += 1) {
    const site = madeSite(random, gazetteer);
    const statement = statementOf(site.meridian);
    const plain = resolveCornerTable(tableText(site, PLAIN_STYLE, statement), { gazetteer });
    expect(plain.verdict, JSON.stringify(plain.issues)).toBe('certain');
    expect(plain.readings[0]?.crs).toBe(site.crs);
    expect(plain.sites[0]?.geometry).not.toBeNull();
    expectRight(plain, site);
    for (const style of STYLES) {
      const text = tableText(site, { ...PLAIN_STYLE, ...style }, statement);
      expect(meaning(resolveCornerTable(text, { gazetteer })), text).toEqual(meaning(plain));
    }
  }
});

it('never calls a wrong central meridian certain', () => {
  const random = new Random(SEED + 1);
  const verdicts: Record<string, number> = {};
  for (let run = 0; run < 400; run += 1) {
    const site = madeSite(random, gazetteer);
    const [, printed] = random.pick(NEAR_SYSTEMS);
    const statement = random.chance(0.2) ? null : statementOf(printed);
    const full = tableText(site, PLAIN_STYLE, statement);
    // What a document may leave out of its place.
    const text = random.pick([
      full,
      full.replace(/, [^\n]*/, ''),
      full.replace(/Địa điểm: [^,\n]*, /, 'Địa điểm: '),
      full.replace(/Địa điểm: [^\n]*\n/, ''),
    ]);
    const result = resolveCornerTable(text, { gazetteer });
    verdicts[result.verdict] = (verdicts[result.verdict] ?? 0) + 1;
    if (result.verdict === 'certain') {
      expect(result.readings[0]?.crs, text).toBe(site.crs);
      expectRight(result, site);
    } else expect(result.sites.every((entry) => entry.geometry === null)).toBe(true);
  }
  // The law says nothing if nothing is ever certain, or everything is.
  expect(verdicts['certain']).toBeGreaterThan(40);
  expect(verdicts['likely']).toBeGreaterThan(40);
});
