import type { CrsDefinition } from '../../crs/definition.js';
import { CRS_DEFINITIONS } from '../../crs/definitions.js';
import { type Transformer, transformer } from '../../crs/transformer.js';
import type { LonLat } from '../../geodesy/position.js';

/** A known way to make wrong VN-2000 coordinates: the scale of a 6° zone, or no shift of datum, or both. */
export type Recipe = 'k0=0.9996' | 'no-shift' | 'k0=0.9996,no-shift';

/** One way to read a pair of numbers as a place. */
export interface Candidate {
  /** `EPSG:9213`, or with a recipe `EPSG:9213~k0=0.9996`. */
  readonly id: string;
  readonly definition: CrsDefinition;
  readonly recipe: Recipe | null;
  /** Easting without zone number and northing in metres, or longitude and latitude; `null` outside the system. */
  place(east: number, north: number): LonLat | null;
}

const FALSE_EASTING_m = 500_000;
/** 0.9999 and 0.9996: what a coordinate made with the one must be multiplied by to be read with the other. */
const SCALE_OF_3_DEGREES = 0.9999;
const SCALE_OF_6_DEGREES = 0.9996;
/** Nothing of Vietnam lies outside; a document of its authorities can mean no other place. */
const VIETNAM_deg = { west: 102, south: 6, east: 117.9, north: 23.5 };

const kept = new Map<string, Transformer>();

function through(from: string, to: string): Transformer {
  const key = `${from} ${to}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = transformer(from, to);
  if (!made.ok) throw new Error(`a system of our own list is unknown: ${key}`);
  kept.set(key, made.value);
  return made.value;
}

function inVietnam(position: readonly [number, number] | undefined): LonLat | null {
  if (position === undefined) return null;
  const [lon, lat] = position;
  const { west, south, east, north } = VIETNAM_deg;
  return lon >= west && lon <= east && lat >= south && lat <= north ? [lon, lat] : null;
}

function official(definition: CrsDefinition): Candidate {
  const zone_m = (definition.projection?.falseEasting_m ?? FALSE_EASTING_m) - FALSE_EASTING_m;
  const toWgs84 = through(definition.id, 'OGC:CRS84');
  return {
    id: definition.id,
    definition,
    recipe: null,
    place: (east, north) => inVietnam(toWgs84.tryPoint([east + zone_m, north])),
  };
}

function withRecipe(definition: CrsDefinition, recipe: Recipe): Candidate {
  const scale = recipe === 'no-shift' ? 1 : SCALE_OF_3_DEGREES / SCALE_OF_6_DEGREES;
  const to = through(definition.id, recipe === 'k0=0.9996' ? 'OGC:CRS84' : 'EPSG:4756');
  return {
    id: `${definition.id}~${recipe}`,
    definition,
    recipe,
    place: (east, north) =>
      inVietnam(to.tryPoint([(east - FALSE_EASTING_m) * scale + FALSE_EASTING_m, north * scale])),
  };
}

let listed: { readonly m: readonly Candidate[]; readonly deg: readonly Candidate[] } | undefined;

/** Every official system of the unit the table is written in. */
export function candidates(unit: 'm' | 'deg'): readonly Candidate[] {
  listed ??= {
    m: CRS_DEFINITIONS.filter((definition) => definition.unit === 'm').map(official),
    deg: CRS_DEFINITIONS.filter(({ unit, id }) => unit === 'deg' && id !== 'OGC:CRS84').map(official),
  };
  return listed[unit];
}

/** The wrong makings of a 3° system of VN-2000. */
export function recipes(definition: CrsDefinition): readonly Candidate[] {
  if (definition.datum !== 'VN-2000' || definition.projection?.zoneWidth_deg !== 3) return [];
  return (['k0=0.9996', 'no-shift', 'k0=0.9996,no-shift'] as const).map((recipe) =>
    withRecipe(definition, recipe),
  );
}

/** A candidate by the id of a reading, recipes included; `null` when there is none. */
export function candidateOf(id: string): Candidate | null {
  const [crs = '', recipe] = id.trim().split('~');
  const system = [...candidates('m'), ...candidates('deg')].find((candidate) => candidate.id === crs);
  if (system === undefined || recipe === undefined) return system ?? null;
  return recipes(system.definition).find((candidate) => candidate.id === id.trim()) ?? null;
}
