import type { LineString, Position } from 'geojson';
import { type DrawnUnit, unitKey } from '../../admin/unit.js';
import { geodesicDistance_m, geodesicLength_m } from '../../geodesy/length.js';
import { eachPosition } from '../../geometry/bbox.js';
import { facingUnit } from '../bodies.js';
import type { BorderLine } from '../border-line.js';
import { bordersOfUnit, smallestUnits } from '../border-units.js';
import type { RiskGround } from '../risk-ground.js';

/** A stretch of a border, with the unit on each side. */
export interface BorderSegment {
  /** `06-04:3`: the pair, and its turn along the border. */
  readonly id: string;
  readonly line: BorderLine;
  readonly geometry: LineString;
  readonly length_m: number;
  readonly middle: Position;
  /** The communes, or districts where none are drawn, that most of its vertices are of. */
  readonly own: DrawnUnit | undefined;
  readonly other: DrawnUnit | undefined;
}

/** The borders of a ground cut into equal stretches of about a length; each part of a border by itself. */
export function borderSegments(ground: RiskGround, length_m: number): readonly BorderSegment[] {
  return ground.borders.flatMap((line) => {
    const sides = unitsByVertex(ground, line);
    const pieces = line.border.geometry.coordinates.flatMap((part) => cut(part, length_m));
    return pieces.map((positions, at): BorderSegment => {
      const middle = positions[Math.floor(positions.length / 2)] ?? [0, 0];
      const side = (province: string): DrawnUnit | undefined =>
        most(positions, sides, province) ?? facingUnit(ground, province, middle);
      return {
        id: `${line.pair}:${at + 1}`,
        line,
        geometry: { type: 'LineString', coordinates: positions },
        length_m: geodesicLength_m(positions),
        middle,
        own: side(line.subject.code),
        other: side(line.neighbour.code),
      };
    });
  });
}

function cut(part: readonly Position[], length_m: number): Position[][] {
  const total_m = geodesicLength_m(part);
  const count = Math.max(1, Math.round(total_m / length_m));
  const step_m = total_m / count;
  const pieces: Position[][] = [];
  let [current, gone_m]: [Position[], number] = [part.slice(0, 1), 0];
  for (const [at, to] of part.entries()) {
    const from = part[at - 1];
    if (from === undefined) continue;
    const leg_m = geodesicDistance_m(from, to);
    let used_m = 0;
    while (pieces.length < count - 1 && gone_m + leg_m - used_m >= step_m) {
      used_m += step_m - gone_m;
      const place = between(from, to, leg_m === 0 ? 0 : used_m / leg_m);
      pieces.push([...current, place]);
      [current, gone_m] = [[place], 0];
    }
    current.push(to);
    gone_m += leg_m - used_m;
  }
  return [...pieces, current];
}

function between([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position, part: number): Position {
  return [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
}

/** The smallest units on a border by the vertices they share with it. */
function unitsByVertex(ground: RiskGround, line: BorderLine): ReadonlyMap<string, readonly DrawnUnit[]> {
  const found = new Map<string, DrawnUnit[]>();
  for (const unit of smallestUnits(ground)) {
    if (!bordersOfUnit(ground, unit).includes(line)) continue;
    eachPosition(unit.geometry, (position) => {
      const key = String(position);
      found.set(key, [...(found.get(key) ?? []), unit]);
    });
  }
  return found;
}

function most(
  positions: readonly Position[],
  units: ReadonlyMap<string, readonly DrawnUnit[]>,
  province: string,
): DrawnUnit | undefined {
  const counts = new Map<string, { unit: DrawnUnit; count: number }>();
  for (const position of positions) {
    for (const unit of units.get(String(position)) ?? []) {
      if (unit.provinceCode !== province) continue;
      const { count } = counts.get(unitKey(unit)) ?? { count: 0 };
      counts.set(unitKey(unit), { unit, count: count + 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.unit.code < b.unit.code ? -1 : 1))[0]
    ?.unit;
}
