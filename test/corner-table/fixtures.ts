import { readFileSync } from 'node:fs';
import { type DrawnUnit, drawnGazetteer, type Gazetteer, type LineageLink } from '@giapranh/core';
import type { MultiPolygon, Position } from 'geojson';

export const FOLDER = new URL('../fixtures/corner-tables/', import.meta.url);

interface UnitFeature {
  readonly properties: {
    readonly level: DrawnUnit['level'];
    readonly vintage: string;
    readonly code: string;
    readonly name: string;
    readonly province_code: string;
    readonly district_code: string | null;
    readonly drawing: string;
  };
  readonly geometry: MultiPolygon;
}

/** The gazetteer of the fixtures: real units of former Bắc Kạn and around, outlines simplified. */
export function fixtureGazetteer(): Gazetteer {
  const { units, lineage }: { units: readonly UnitFeature[]; lineage: readonly LineageLink[] } = JSON.parse(
    readFileSync(new URL('gazetteer.json', FOLDER), 'utf8'),
  );
  return drawnGazetteer({
    lineage,
    units: units.map(({ properties, geometry }) => ({
      level: properties.level,
      vintage: properties.vintage,
      code: properties.code,
      name: properties.name,
      type: properties.name.split(' ')[0] ?? '',
      shortName: properties.name,
      provinceCode: properties.province_code,
      districtCode: properties.district_code,
      drawing: properties.drawing,
      validity: { from: null, to: null },
      areaDeclared_m2: null,
      geometry,
    })),
  });
}

/** What a fixture must come out as. */
export interface ExpectedCase {
  readonly file: string;
  readonly fault: string;
  readonly verdict: string;
  /** The reading the verdict is about; `null`: not told. */
  readonly crs: string | null;
  readonly sites: readonly ExpectedSite[];
  readonly issues: readonly string[];
  readonly notes: readonly string[];
  /** Codes that keep the geometry of the first site back. */
  readonly withheld?: readonly string[];
  /** The truth that `repair: true` brings back. */
  readonly repair?: string;
  /** The truth that naming EPSG of the truth brings. */
  readonly confirm?: string;
  /** Evidence the best reading must carry. */
  readonly evidence?: string;
}

export interface ExpectedSite {
  readonly shape: string;
  /** A truth, `any` geometry, or none. */
  readonly truth: string | null;
  readonly name?: string;
  readonly area?: boolean;
  readonly labels?: readonly string[];
  readonly decision?: string;
  readonly mineral?: string;
  readonly communes?: readonly string[];
  readonly crs?: string;
  readonly tolerance_m?: number;
}

export const EXPECTED: {
  readonly truths: Readonly<Record<string, readonly (readonly Position[])[]>>;
  readonly cases: readonly ExpectedCase[];
} = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8'));
