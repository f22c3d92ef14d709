import type { Position } from 'geojson';
import { type AdminUnit, type DrawnUnit, unitKey, unitRef } from '../admin/unit.js';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxesMeet, bboxOf } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';
import type { Profile } from '../profile.js';
import type { ResponsibleBody } from './flag.js';
import type { RiskGround } from './risk-ground.js';

/** Answers kept for each profile: about one for each commune. */
const KEPT = 5000;
const KNOWN = new WeakMap<Profile, Map<string, readonly ResponsibleBody[]>>();

/** Bodies that answer for a place: commune and district bodies for the units given, then the province's. */
export function bodiesFor(
  profile: Profile,
  ground: RiskGround,
  side: 'own' | 'neighbour',
  units: readonly AdminUnit[],
  province: AdminUnit | undefined,
): readonly ResponsibleBody[] {
  const ofProfile = KNOWN.get(profile) ?? new Map<string, readonly ResponsibleBody[]>();
  KNOWN.set(profile, ofProfile);
  const key = [ground.vintage.id, side, province?.code, ...units.map(unitKey)].join(' ');
  const known = ofProfile.get(key);
  if (known !== undefined) return known;
  const bodies = lookUp(profile, ground, side, units, province);
  if (ofProfile.size >= KEPT) ofProfile.clear();
  ofProfile.set(key, bodies);
  return bodies;
}

function lookUp(
  profile: Profile,
  ground: RiskGround,
  side: 'own' | 'neighbour',
  units: readonly AdminUnit[],
  province: AdminUnit | undefined,
): readonly ResponsibleBody[] {
  const inProvince = profile.bodies.filter(
    (body) => body.vintage === ground.vintage.id && body.province === province?.code,
  );
  const named = (unit: AdminUnit, level: string): ResponsibleBody[] =>
    inProvince
      .filter((body) => body.level === level)
      .map((body) => ({
        side,
        name: {
          vi: body.name.vi.replace('{unit}', lowerType(unit)),
          en: body.name.en.replace('{unit}', unit.name),
        },
        unit: unitRef(unit),
      }));
  const own = units.filter((unit) => unit.provinceCode === province?.code);
  const local = (['commune', 'district'] as const).flatMap((level) =>
    own.filter((unit) => unit.level === level).flatMap((unit) => named(unit, level)),
  );
  return [...local, ...(province === undefined ? [] : named(province, 'province'))];
}

/** `Ủy ban nhân dân xã Chợ Đồn`: within a sentence the type of a unit is written small. */
function lowerType(unit: AdminUnit): string {
  return unit.type.toLocaleLowerCase('vi') + unit.name.slice(unit.type.length);
}

/** Metres around the place of a border within which a unit is one that faces it. */
const FACING_REACH_m = 2000;

/** The smallest drawn unit of a province that is nearest to a place of its border; `undefined` when none is near. */
export function facingUnit(ground: RiskGround, province: string, at: Position): DrawnUnit | undefined {
  const [lon = 0, lat = 0] = at;
  const margin_deg = FACING_REACH_m / 100_000;
  const box = [lon - margin_deg, lat - margin_deg, lon + margin_deg, lat + margin_deg] as const;
  let best: { unit: DrawnUnit; square: number } | undefined;
  for (const outline of outlinesOf(ground, province)) {
    if (!bboxesMeet(outline.box, box)) continue;
    const [x, y] = outline.frame.toMetric([lon, lat]);
    outline.index ??= new LineIndex(outline.unit.geometry.coordinates.flat().map((ring) => ring.map((place) => outline.frame.toMetric(place)))); // biome-ignore format: made once
    const { square, segment } = outline.index.nearest(x, y, FACING_REACH_m);
    if (segment >= 0 && (best === undefined || square < best.square)) best = { unit: outline.unit, square };
  }
  return best?.unit;
}

interface Outline {
  readonly unit: DrawnUnit;
  readonly box: Bbox;
  readonly frame: MetricFrame;
  index?: LineIndex;
}

/** The smallest units of each province, ready to be measured to: made once a ground, each index when first needed. */
const outlines = new WeakMap<RiskGround, Map<string, readonly Outline[]>>();

function outlinesOf(ground: RiskGround, province: string): readonly Outline[] {
  const known = outlines.get(ground) ?? new Map<string, readonly Outline[]>();
  outlines.set(ground, known);
  const own = known.get(province) ?? smallestUnits(ground, province);
  known.set(province, own);
  return own;
}

function smallestUnits(ground: RiskGround, province: string): readonly Outline[] {
  const own = ground.units.filter((unit) => unit.provinceCode === province);
  const level = (['commune', 'district'] as const).find((candidate) =>
    own.some((unit) => unit.level === candidate),
  );
  return own
    .filter((candidate) => candidate.level === level)
    .map((unit) => {
      const box = bboxOf(unit.geometry);
      return { unit, box, frame: metricFrame(box) };
    });
}
