import type { Position } from 'geojson';
import { type AdminUnit, type DrawnUnit, unitKey } from '../admin/unit.js';
import { bboxesMeet, bboxOf, eachPosition } from '../geometry/bbox.js';
import type { BorderLine } from './border-line.js';
import type { RiskGround } from './risk-ground.js';

const KNOWN = new WeakMap<RiskGround, ReadonlyMap<string, readonly BorderLine[]>>();

/** The borders of the profile that a drawn commune or district lies on; none for one that lies on none. */
export function bordersOfUnit(
  ground: RiskGround,
  unit: Pick<AdminUnit, 'code' | 'vintage'>,
): readonly BorderLine[] {
  const known = KNOWN.get(ground) ?? taken(ground) ?? work(ground);
  KNOWN.set(ground, known);
  return known.get(unitKey(unit)) ?? [];
}

/** As they were found before. */
function taken({ known, borders }: RiskGround): ReadonlyMap<string, readonly BorderLine[]> | undefined {
  if (known === undefined) return undefined;
  return new Map(
    Object.entries(known.borderUnits).map(([unit, pairs]) => [
      unit,
      borders.filter(({ pair }) => pairs.includes(pair)),
    ]),
  );
}

/** Communes where they are drawn, else districts: the smallest units of a vintage that are drawn. */
export function smallestUnits(ground: RiskGround): readonly DrawnUnit[] {
  const communes = ground.units.filter(({ level }) => level === 'commune');
  return communes.length > 0 ? communes : ground.units.filter(({ level }) => level === 'district');
}

function work(ground: RiskGround): ReadonlyMap<string, readonly BorderLine[]> {
  const found = new Map<string, BorderLine[]>();
  for (const line of ground.borders) {
    const box = bboxOf(line.border.geometry);
    const sides = [line.subject.code, line.neighbour.code];
    for (const unit of ground.units) {
      if (unit.level === 'province' || !sides.includes(unit.provinceCode)) continue;
      if (!bboxesMeet(bboxOf(unit.geometry), box)) continue;
      const positions: Position[] = [];
      eachPosition(unit.geometry, (position) => positions.push(position));
      if (line.reach(positions).nearest_m > TOUCH_m) continue;
      found.set(unitKey(unit), [...(found.get(unitKey(unit)) ?? []), line]);
    }
  }
  return found;
}

/** Units are drawn from the same lines as the border; farther than rounding from it they do not lie on it. */
const TOUCH_m = 1;
