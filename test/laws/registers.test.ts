import { readFileSync } from 'node:fs';
import {
  type IsoDate,
  inspectionReport,
  type LayerFeature,
  parseIsoDate,
  REGISTER_TERMS,
  REGISTERS,
} from '@giapranh/core';
import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';

const file = new URL('../fixtures/registers/inspections-2021.json', import.meta.url);
const fixture: FeatureCollection = JSON.parse(readFileSync(file, 'utf8'));
const features = fixture.features.map(
  ({ id, geometry, properties }): LayerFeature => ({
    ...{ layer: 'inspections', id: String(id), geometry, properties: properties ?? {} },
    validity: { from: null, to: null },
  }),
);

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}
const YEAR = { from: day('2021-01-01'), to: day('2021-12-31'), asOf: day('2021-12-31') };

it('adds up to the figures of document B for 2021', () => {
  const { total, units, without_day } = inspectionReport(features, YEAR);
  expect(total).toMatchObject({
    ...{ inspections: 10, planned: 5, sudden: 5 },
    ...{ concluded: 7, finishing: 2, suspended: 1, open: 0, unsaid: 0, establishments: 38 },
  });
  const sum = (name: 'inspections' | 'establishments' | 'concluded' | 'overdue') =>
    units.reduce((all, unit) => all + unit[name], 0);
  expect([sum('inspections'), sum('establishments'), sum('concluded')]).toEqual([10, 38, 7]);
  expect(sum('overdue')).toBe(total.overdue);
  expect(without_day).toBe(0);
});

it('names the reports that are late on a day, the latest first', () => {
  const { overdue } = inspectionReport(features, YEAR);
  expect(overdue.map(({ id, days_late }) => [id, days_late])).toEqual([
    ['synthetic-2021-04', 217],
    ['synthetic-2021-05', 186],
    ['synthetic-2021-10', 33],
  ]);
  expect(inspectionReport(features, { ...YEAR, asOf: day('2021-05-28') }).overdue).toEqual([]);
});

it('takes a period by both its days', () => {
  const march = { ...YEAR, from: day('2021-03-15'), to: day('2021-04-15') };
  expect(inspectionReport(features, march).total.inspections).toBe(2);
});

it('has terms only for properties that registers have', () => {
  for (const { layer, property, terms } of REGISTER_TERMS) {
    const register = REGISTERS.find(({ id }) => id === layer);
    expect(register?.properties.map(({ name }) => name)).toContain(property);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  }
});
