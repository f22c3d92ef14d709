import { type Issue, issue, type LayerFeature } from '@giapranh/core';
import type { RawFeature } from '../geojson.js';
import { textOf } from '../record.js';

const KINDS = ['expressway', 'national_highway', 'railway'] as const;

/** Tracks inside stations and works are not lines a planner reads. */
const MINOR_TRACKS = new Set(['rail_siding', 'rail_yard', 'rail_spur', 'rail_crossover']);

const NOT_THERE = new Set(['disused', 'planned']);

export interface ContextLines {
  readonly features: readonly LayerFeature[];
  readonly notes: readonly Issue[];
}

function roadFeature(feature: RawFeature, source: string): LayerFeature | undefined {
  const { properties, geometry } = feature;
  const kind = KINDS.find((known) => known === textOf(properties, 'infrastructure_type'));
  const line = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  if (kind === undefined || !line) return undefined;
  if (MINOR_TRACKS.has(textOf(properties, 'infrastructure_class') ?? '')) return undefined;
  if (NOT_THERE.has(textOf(properties, 'status') ?? '')) return undefined;
  const ref = textOf(properties, 'osm_ref');
  const name = textOf(properties, 'name_vi');
  return {
    layer: 'roads',
    id: textOf(properties, 'id') ?? `${source}-${feature.index}`,
    geometry,
    properties: { name: name === ref ? null : name, kind, ref: ref?.replaceAll(';', ', ') ?? null, source },
    validity: { from: null, to: null },
  };
}

/**
 * Expressways, national roads and railways in use or being built. Points (aerodromes, ports, border posts), tracks
 * inside stations, planned and disused lines are left out; the note `roads-left-out` counts them.
 */
export function roadsFrom(features: readonly RawFeature[], source: string): ContextLines {
  const roads = features.flatMap((feature) => roadFeature(feature, source) ?? []);
  const left = features.length - roads.length;
  const note = issue(
    'roads-left-out',
    [source],
    `Không dùng ${left} đối tượng: điểm, đường ga, đường dự kiến hoặc bỏ.`,
    `${left} features are not used: points, station tracks, planned or disused lines.`,
  );
  return { features: roads, notes: left === 0 ? [] : [note] };
}
