import { areaText, geodesicArea_m2, numberText } from '@giapranh/core';
import { type OfficialArea, parseOfficialAreas } from '../admin/unit-lists.js';
import { numberOf, textOf } from '../record.js';
import type { CheckOutcome, Finding } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

/**
 * Communes: the drawing's median difference is 0.13 %, figures are rounded to a hectare; beyond 5 % either the
 * drawing or the declared figure is wrong.
 */
const COMMUNE_TOLERANCE = 0.05;
/** Districts and provinces: lines 29 m off along the whole outline of a district of 500 km² make just under 1 %. */
const UNIT_TOLERANCE = 0.01;
/** A province and the sum of its districts are the same line drawn twice: 0.05 % leaves room for T-junctions. */
const NESTED_TOLERANCE = 0.0005;

interface Comparison {
  readonly subject: string;
  readonly code: 'area-differs' | 'nested-area-differs';
  readonly name: string;
  readonly drawn_m2: number;
  readonly stated_m2: number;
  readonly tolerance: number;
}

function areaOf(loaded: LoadedDataset, belongs: (code: string, province: string | null) => boolean): number {
  return loaded.features.reduce((sum, { properties, geometry }) => {
    const polygon = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    const code = textOf(properties, 'code') ?? '';
    return polygon && belongs(code, textOf(properties, 'province_code'))
      ? sum + geodesicArea_m2(geometry)
      : sum;
  }, 0);
}

function communeComparisons(loaded: LoadedDataset): Comparison[] {
  return loaded.features.flatMap(({ properties, geometry }): Comparison[] => {
    const area_km2 = numberOf(properties, 'area_km2_declared');
    const code = textOf(properties, 'code');
    if (area_km2 === null || code === null) return [];
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return [
      {
        subject: code,
        code: 'area-differs',
        name: textOf(properties, 'name') ?? code,
        drawn_m2: geodesicArea_m2(geometry),
        stated_m2: area_km2 * 1e6,
        tolerance: COMMUNE_TOLERANCE,
      },
    ];
  });
}

function unitComparisons(loaded: LoadedDataset, official: readonly OfficialArea[]): Comparison[] {
  const level = loaded.dataset.kind === 'provinces' ? 'province' : 'district';
  return loaded.features.flatMap(({ properties, geometry }): Comparison[] => {
    const code = textOf(properties, 'code');
    const figure = official.find(
      (area) => area.level === level && area.code === code && area.vintage === loaded.dataset.vintage,
    );
    if (figure === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
    return [
      {
        subject: figure.code,
        code: 'area-differs',
        name: textOf(properties, 'name') ?? figure.code,
        drawn_m2: geodesicArea_m2(geometry),
        stated_m2: figure.area_m2,
        tolerance: UNIT_TOLERANCE,
      },
    ];
  });
}

function finding(comparison: Comparison): Finding | undefined {
  const { drawn_m2, stated_m2, name } = comparison;
  const difference = drawn_m2 / stated_m2 - 1;
  if (Math.abs(difference) <= comparison.tolerance) return undefined;
  const sign = difference > 0 ? '+' : '';
  const percent = numberText(difference * 100, 2);
  const [drawn, stated] = [areaText(drawn_m2), areaText(stated_m2)];
  return {
    code: comparison.code,
    subject: comparison.subject,
    measured: Math.round(Math.abs(difference) * 10_000) / 100,
    unit: '%',
    message: {
      vi: `${name}: hình vẽ ${drawn.vi}, số liệu ${stated.vi} (${sign}${percent.vi} %).`,
      en: `${name}: drawn ${drawn.en}, stated ${stated.en} (${sign}${percent.en} %).`,
    },
  };
}

function outcome(subject: string, comparisons: readonly Comparison[]): CheckOutcome {
  const worst = comparisons.reduce(
    (max, { drawn_m2, stated_m2 }) => Math.max(max, Math.abs(drawn_m2 / stated_m2 - 1)),
    0,
  );
  const largest = numberText(worst * 100, 2);
  return {
    check: 'areas',
    subject,
    summary: {
      vi: `${comparisons.length} đơn vị, lệch nhiều nhất ${largest.vi} %`,
      en: `${comparisons.length} units, largest difference ${largest.en} %`,
    },
    findings: comparisons.flatMap((comparison) => finding(comparison) ?? []),
  };
}

/** The official areas of the data folder; faults of the table itself are the schema check's. */
export function officialAreas(loaded: readonly LoadedDataset[]): readonly OfficialArea[] {
  return loaded
    .filter(({ dataset }) => dataset.kind === 'official-areas')
    .flatMap(({ dataset, text }) => {
      const areas = parseOfficialAreas(text ?? '', dataset.id);
      return areas.ok ? areas.value : [];
    });
}

/** Each unit against its own figure. Findings: `area-differs`, one a unit. `null` for data without areas. */
export function checkAreas(loaded: LoadedDataset, official: readonly OfficialArea[]): CheckOutcome | null {
  const { kind, id } = loaded.dataset;
  if (kind === 'communes') return outcome(id, communeComparisons(loaded));
  if (kind !== 'districts' && kind !== 'provinces') return null;
  const comparisons = unitComparisons(loaded, official);
  return comparisons.length === 0 ? null : outcome(id, comparisons);
}

/**
 * Provinces against what lies in them: the communes' sum against the official figure, the districts' sum against
 * the province as the same hand drew it. Findings: `area-differs`, `nested-area-differs`, one a province.
 */
export function checkNestedAreas(
  loaded: readonly LoadedDataset[],
  official: readonly OfficialArea[],
): CheckOutcome[] {
  const communes = loaded.filter(({ dataset }) => dataset.kind === 'communes');
  const districts = loaded.filter(({ dataset }) => dataset.kind === 'districts');
  const sum = (sets: readonly LoadedDataset[], province: string): number =>
    sets.reduce((total, set) => total + areaOf(set, (_, parent) => parent === province), 0);

  const byOfficial = official
    .filter(
      (figure) =>
        figure.level === 'province' && communes.some((set) => set.dataset.vintage === figure.vintage),
    )
    .flatMap((figure): Comparison[] => {
      const drawn_m2 = sum(communes, figure.code);
      const { code: subject, area_m2: stated_m2 } = figure;
      return drawn_m2 === 0
        ? []
        : [{ subject, code: 'area-differs', name: subject, drawn_m2, stated_m2, tolerance: UNIT_TOLERANCE }];
    });
  const byProvince = loaded
    .filter(({ dataset }) => dataset.kind === 'provinces')
    .flatMap((set) =>
      set.features.map(({ properties }) => ({ set, subject: textOf(properties, 'code') ?? '' })),
    )
    .flatMap(({ set, subject }): Comparison[] => {
      const drawn_m2 = sum(districts, subject);
      const stated_m2 = areaOf(set, (code) => code === subject);
      return drawn_m2 === 0
        ? []
        : [
            {
              subject,
              code: 'nested-area-differs',
              name: subject,
              drawn_m2,
              stated_m2,
              tolerance: NESTED_TOLERANCE,
            },
          ];
    });
  const ids = (sets: readonly LoadedDataset[]): string => sets.map(({ dataset }) => dataset.id).join(' + ');
  return [
    ...(byOfficial.length === 0 ? [] : [outcome(ids(communes), byOfficial)]),
    ...(byProvince.length === 0 ? [] : [outcome(ids(districts), byProvince)]),
  ];
}
