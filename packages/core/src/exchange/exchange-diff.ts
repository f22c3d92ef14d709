import type { Geometry } from 'geojson';
import type { LayerId } from '../catalog.js';
import type { PropertyValue } from '../feature.js';
import type { SharedFeature } from './shared-feature.js';

/**
 * `new`, `changed`, `removed`: the neighbour's doing, and nobody touched it here. `kept`: changed or removed here, as
 * before there. `conflict`: both changed it. `same`: both say the same.
 */
export const EXCHANGE_STATES = ['new', 'changed', 'removed', 'same', 'kept', 'conflict'] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

export interface FieldChange {
  /** A property, or `geometry`, `secrecy`, `valid_from`, `valid_to`. */
  readonly name: string;
  /** `null` where there is none. */
  readonly here: unknown;
  readonly there: unknown;
}

export interface ExchangeChange {
  readonly layer: LayerId;
  readonly id: string;
  readonly state: ExchangeState;
  /** Where the two differ; empty for what only one side has. */
  readonly fields: readonly FieldChange[];
}

/** Three looks at the same features, all under the receiver's names. */
export interface ExchangeSides {
  /** The package. */
  readonly incoming: readonly SharedFeature[];
  /** What stands here under the same ids, and under those of `base`. */
  readonly current: readonly SharedFeature[];
  /** What was last taken from this neighbour, as it came. */
  readonly base: readonly SharedFeature[];
  /** Layers of which the package has all that the agreement covers: what is missing was removed there. */
  readonly whole: readonly LayerId[];
}

/** The same text for the same value, whatever the order of its members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** One part is kept by some layers as a multi-geometry of one. */
function asKept(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
  if (geometry.type === 'LineString') return { type: 'MultiLineString', coordinates: [geometry.coordinates] };
  return geometry;
}

type Fields = ReadonlyMap<string, unknown>;

/** What is compared: the properties named, and what every feature has. */
function fieldsOf(feature: SharedFeature, properties: readonly string[]): Fields {
  const value = (name: string): PropertyValue => feature.properties[name] ?? null;
  return new Map<string, unknown>([
    ['geometry', asKept(feature.geometry)],
    ['secrecy', feature.secrecy],
    ['valid_from', feature.validity.from],
    ['valid_to', feature.validity.to],
    ...properties.map((name) => [name, value(name)] as const),
  ]);
}

function differences(here: Fields, there: Fields): FieldChange[] {
  return [...there.keys()]
    .filter((name) => canonical(here.get(name)) !== canonical(there.get(name)))
    .map((name) => ({ name, here: here.get(name) ?? null, there: there.get(name) ?? null }));
}

interface Looks {
  readonly theirs: SharedFeature | undefined;
  readonly ours: SharedFeature | undefined;
  readonly base: SharedFeature | undefined;
}

function judge({ theirs, ours, base }: Looks): Pick<ExchangeChange, 'state' | 'fields'> | undefined {
  const names = [...new Set([theirs, base].flatMap((one) => Object.keys(one?.properties ?? {})))];
  const of = (feature: SharedFeature): Fields => fieldsOf(feature, names);
  const between = (a: SharedFeature, b: SharedFeature): FieldChange[] => differences(of(a), of(b));
  const isSame = (a: SharedFeature | undefined, b: SharedFeature | undefined): boolean =>
    a === undefined || b === undefined ? a === b : between(a, b).length === 0;
  if (theirs === undefined && ours === undefined) return undefined;
  const fields = theirs !== undefined && ours !== undefined ? between(ours, theirs) : [];
  if (isSame(ours, theirs)) return { state: 'same', fields };
  if (isSame(theirs, base)) return { state: 'kept', fields };
  if (!isSame(ours, base)) return { state: 'conflict', fields };
  if (ours === undefined) return { state: 'new', fields };
  return { state: theirs === undefined ? 'removed' : 'changed', fields };
}

const keyOf = ({ layer, id }: Pick<SharedFeature, 'layer' | 'id'>): string => `${layer} ${id}`;

function byKey(features: readonly SharedFeature[]): ReadonlyMap<string, SharedFeature> {
  return new Map(features.map((feature) => [keyOf(feature), feature]));
}

/** What taking a package would change, by feature and field, in the order of the package; what was removed last. */
export function exchangeDiff({ incoming, current, base, whole }: ExchangeSides): readonly ExchangeChange[] {
  const [theirs, ours, before] = [byKey(incoming), byKey(current), byKey(base)];
  const gone = base.filter((feature) => whole.includes(feature.layer) && !theirs.has(keyOf(feature)));
  return [...incoming, ...gone].flatMap(({ layer, id }) => {
    const key = keyOf({ layer, id });
    const judged = judge({ theirs: theirs.get(key), ours: ours.get(key), base: before.get(key) });
    return judged === undefined ? [] : [{ layer, id, ...judged }];
  });
}
