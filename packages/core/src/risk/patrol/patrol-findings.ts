import type { Position } from 'geojson';
import type { DrawnUnit } from '../../admin/unit.js';
import { type MetricFrame, metricFrame } from '../../geodesy/metric-frame.js';
import { distanceToLine_m } from '../../geodesy/nearest.js';
import { bboxesMeet, bboxOf, eachPosition } from '../../geometry/bbox.js';
import { LineIndex } from '../../geometry/line-index.js';
import type { IsoDate } from '../../units.js';
import type { ContextFeature } from '../context-feature.js';
import { ageOn, propertyText } from '../kinds/age.js';
import { checksOf, meets } from '../last-check.js';
import type { RiskContext } from '../risk-context.js';
import type { RiskGround } from '../risk-ground.js';
import type { BorderSegment } from './border-segments.js';

type Seen = 'incidents' | 'equipment';

/** What the layers tell of units and stretches of border, as of a day. */
export class PatrolFindings {
  readonly #context: RiskContext;
  readonly #ground: RiskGround;
  readonly #asOf: IsoDate;
  readonly #seen: Readonly<Record<Seen, readonly ContextFeature[]>>;
  readonly #roads: { readonly frame: MetricFrame; readonly index: LineIndex } | null;

  constructor(context: RiskContext, ground: RiskGround, asOf: IsoDate) {
    this.#context = context;
    this.#ground = ground;
    this.#asOf = asOf;
    this.#seen = { incidents: this.#recent('incidents'), equipment: this.#recent('equipment') };
    const lines = this.#of('roads').flatMap(({ geometry }) => linesOf(geometry));
    const frame = metricFrame(bboxOf(ground.subject.geometry));
    this.#roads =
      lines.length === 0
        ? null
        : { frame, index: new LineIndex(lines.map((line) => line.map((place) => frame.toMetric(place)))) };
  }

  /** A place surely inside a unit. */
  middleOf(unit: DrawnUnit): Position | null {
    const place = this.#context.kernel.pointOnSurface(unit.geometry);
    return place.ok ? place.value : null;
  }

  /** To the nearest line of the roads at hand; `null` without any. */
  roadDistance_m(place: Position): number | null {
    if (this.#roads === null) return null;
    const { frame, index } = this.#roads;
    const [x, y] = frame.toMetric(place);
    return Math.sqrt(index.nearest(x, y).square);
  }

  /** The least days there may be since the last check of a unit; `null` where none is known. */
  daysSinceCheck(unit: DrawnUnit): number | null {
    const { registry, kernel } = this.#context;
    const fields = this.#context.profile.patrol.layers;
    const world = { registry, kernel, ground: this.#ground, asOf: this.#asOf };
    return checksOf(world, this.#of('inspections'), fields, unit)?.age.value ?? null;
  }

  /** Features seen in the time of the policy whose place lies in a unit. */
  seenIn(kind: Seen, unit: DrawnUnit): number {
    const box = bboxOf(unit.geometry);
    return this.#seen[kind].filter(
      ({ geometry }) =>
        bboxesMeet(box, bboxOf(geometry)) && meets(this.#context.kernel, unit.geometry, geometry),
    ).length;
  }

  /** The same, of which a stretch of border is the nearest, and not too far. */
  seenNear(kind: Seen, segments: readonly BorderSegment[], segment: BorderSegment): number {
    const { segment_reach_m } = this.#context.profile.patrol;
    return this.#seen[kind].filter((feature) => {
      const [place] = positionsOf(feature);
      if (place === undefined || distanceToLine_m(place, segment.geometry) > segment_reach_m) return false;
      return nearestSegment(segments, place)?.id === segment.id;
    }).length;
  }

  #of(layer: 'roads' | 'inspections' | Seen): readonly ContextFeature[] {
    const name = this.#context.profile.patrol.layers[layer];
    return this.#context.layers.filter((feature) => feature.layer === name);
  }

  #recent(kind: Seen): readonly ContextFeature[] {
    const { window_days, layers } = this.#context.profile.patrol;
    return this.#of(kind).filter(({ properties }) => {
      const age = ageOn(this.#asOf, propertyText(properties, layers.day_property));
      return age !== null && age.value - age.error <= window_days;
    });
  }
}

/** The stretch that a place is nearest to. */
export function nearestSegment(
  segments: readonly BorderSegment[],
  place: Position,
): BorderSegment | undefined {
  const all = segments.map((segment) => ({ segment, away_m: distanceToLine_m(place, segment.geometry) }));
  return all.toSorted((a, b) => a.away_m - b.away_m || (a.segment.id < b.segment.id ? -1 : 1))[0]?.segment;
}

function positionsOf({ geometry }: ContextFeature): readonly Position[] {
  const positions: Position[] = [];
  eachPosition(geometry, (position) => positions.push(position));
  return positions;
}

function linesOf(geometry: ContextFeature['geometry']): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}
