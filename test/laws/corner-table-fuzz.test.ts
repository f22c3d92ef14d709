import { expect, it } from 'vitest';
import { fixtureGazetteer } from '../corner-table/fixtures.js';
import { type FuzzCase, fuzzCase, type Outcome } from '../corner-table/fuzz.js';

/** 500 in the suite; `node test/corner-table/fuzz-many.mjs` runs 20,000 and more. */
const CASES = Number(process.env['CORNER_FUZZ_CASES'] ?? 500);
const FIRST_SEED = Number(process.env['CORNER_FUZZ_SEED'] ?? 1);

it(`reads ${CASES} damaged tables without a crash and without a silent wrong polygon`, {
  timeout: 3_600_000,
}, () => {
  const gazetteer = fixtureGazetteer();
  const counts: Record<Outcome, number> = { 'no-geometry': 0, told: 0, right: 0, consistent: 0, silent: 0 };
  const silent: FuzzCase[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed += 1) {
    const found = fuzzCase(seed, gazetteer);
    counts[found.outcome] += 1;
    if (found.outcome === 'silent') silent.push(found);
  }
  console.info(`corner-table fuzz, seeds ${FIRST_SEED}–${FIRST_SEED + CASES - 1}: ${JSON.stringify(counts)}`);
  expect(silent.slice(0, 5)).toEqual([]);
  // A reader that refuses everything would pass too: most damage leaves something to read.
  expect(counts.right).toBeGreaterThan(CASES / 5);
});
