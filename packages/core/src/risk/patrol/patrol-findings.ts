import type { Position } from 'geojson';
import type { DrawnUnit } from '../../admin/unit.js';
import { type MetricFrame, metricFrame } from '../../geodesy/metric-frame.js';
import { distanceToLine_m } from '../../geodesy/nearest.js';
import { type Bbox, bboxesMeet, bboxOf, eachPosition } from '../../geometry/bbox.js';
import { LineIndex } from '../../geometry/line-index.js';
import type { IsoDate } from '../../units.js';
import type { ContextFeature } from '../context-feature.js';
import { ageOn, propertyText } from '../kinds/age.js';
import { checksOf } from '../last-check.js';
import type { RiskContext } from '../risk-context.js';
import type { RiskGround } from '../risk-ground.js';
import type { BorderSegment } from './border-segments.js';

type Seen = 'incidents' | 'equipment';

interface SeenFeature {
  readonly feature: ContextFeature;
  readonly box: Bbox;
}

interface Roads {
  readonly features: readonly ContextFeature[];
  readonly frame: MetricFrame;
  /** `null` without any line. */
  readonly index: LineIndex | null;
  /** What was asked before, by place. */
  readonly distances_m: Map<string, number | null>;
}

/** What does not change with an incident: kept with the ground. */
const roadsOf = new WeakMap<RiskGround, Roads>();
const middles = new WeakMap<DrawnUnit, Position | null>();
const boxes = new WeakMap<DrawnUnit, Bbox>();

function roadsReady(ground: RiskGround, features: readonly ContextFeature[]): Roads {
  const known = roadsOf.get(ground);
  const same =
    known?.features.length === features.length && known.features.every((road, at) => road === features[at]);
  if (known !== undefined && same) return known;
  const frame = metricFrame(bboxOf(ground.subject.geometry));
  const lines = features.flatMap(({ geometry }) => linesOf(geometry));
  const index =
    lines.length === 0
      ? null
      : new LineIndex(lines.map((line) => line.map((place) => frame.toMetric(place))));
  const made = { features, frame, index, distances_m: new Map<string, number | null>() };
  roadsOf.set(ground, made);
  return made;
}

/** What the layers tell of units and stretches of border, as of a day. */
export class PatrolFindings {
  readonly #context: RiskContext;
  readonly #ground: RiskGround;
  readonly #asOf: IsoDate;
  readonly #seen: Readonly<Record<Seen, readonly SeenFeature[]>>;
  readonly #roads: Roads;

  constructor(context: RiskContext, ground: RiskGround, asOf: IsoDate) {
    this.#context = context;
    this.#ground = ground;
    this.#asOf = asOf;
    this.#seen = { incidents: this.#recent('incidents'), equipment: this.#recent('equipment') };
    this.#roads = roadsReady(ground, this.#of('roads'));
  }

  /** A place surely inside a unit. */
  middleOf(unit: DrawnUnit): Position | null {
    const known = middles.get(unit);
    if (known !== undefined) return known;
    const place = this.#context.kernel.pointOnSurface(unit.geometry);
    const middle = place.ok ? place.value : null;
    middles.set(unit, middle);
    return middle;
  }

  /** To the nearest line of the roads at hand; `null` without any. */
  roadDistance_m(place: Position): number | null {
    const { frame, index, distances_m } = this.#roads;
    const known = distances_m.get(String(place));
    if (known !== undefined) return known;
    const [x, y] = frame.toMetric(place);
    const distance_m = index === null ? null : Math.sqrt(index.nearest(x, y).square);
    distances_m.set(String(place), distance_m);
    return distance_m;
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
    const box = boxes.get(unit) ?? bboxOf(unit.geometry);
    boxes.set(unit, box);
    const near = this.#seen[kind].filter((one) => bboxesMeet(box, one.box));
    const ground = near.length === 0 ? undefined : this.#context.kernel.prepare(unit.geometry);
    if (ground === undefined || !ground.ok) return 0;
    const count = near.filter(({ feature }) => {
      const met = ground.value.intersects(feature.geometry);
      return met.ok && met.value;
    }).length;
    ground.value.dispose();
    return count;
  }

  /** The same, of which a stretch of border is the nearest, and not too far. */
  seenNear(kind: Seen, segments: readonly BorderSegment[], segment: BorderSegment): number {
    const { segment_reach_m } = this.#context.profile.patrol;
    return this.#seen[kind].filter(({ feature }) => {
      const [place] = positionsOf(feature);
      if (place === undefined || distanceToLine_m(place, segment.geometry) > segment_reach_m) return false;
      return nearestSegment(segments, place)?.id === segment.id;
    }).length;
  }

  #of(layer: 'roads' | 'inspections' | Seen): readonly ContextFeature[] {
    const name = this.#context.profile.patrol.layers[layer];
    return this.#context.layers.filter((feature) => feature.layer === name);
  }

  #recent(kind: Seen): readonly SeenFeature[] {
    const { window_days, layers } = this.#context.profile.patrol;
    const recent = this.#of(kind).filter(({ properties }) => {
      const age = ageOn(this.#asOf, propertyText(properties, layers.day_property));
      return age !== null && age.value - age.error <= window_days;
    });
    return recent.map((feature) => ({ feature, box: bboxOf(feature.geometry) }));
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
