import type { AdminUnit } from '../../admin/unit.js';
import type { BorderLine } from '../border-line.js';
import { bordersOfUnit } from '../border-units.js';
import { reachOf } from './border-reach.js';
import type { SiteView } from './finding.js';

/** A unit on a border in which a site lies, or may lie. */
export interface BorderCommune {
  readonly unit: AdminUnit;
  /** The border nearest to the site, of those the unit lies on. */
  readonly line: BorderLine;
  /** Whether the site surely lies in it, and it is a commune; a district is wider than what is asked about. */
  readonly certain: boolean;
}

/**
 * The units on a border in which a site lies: communes, or districts where no communes are drawn. A commune that is
 * not drawn lies on a border where the ground that holds it does, possibly.
 */
export function borderCommunes(view: SiteView): readonly BorderCommune[] {
  const { communes, districts } = view.place;
  const units = communes.length > 0 ? communes : districts;
  return units.flatMap((unit): BorderCommune[] => {
    const drawn = view.ground.units.some(({ code }) => code === unit.code);
    const lines = drawn ? bordersOfUnit(view.ground, unit) : touched(view, unit);
    const [line] = lines.toSorted((a, b) => reachOf(view, a).nearest_m - reachOf(view, b).nearest_m);
    const certain = drawn && units.length === 1 && unit.level === 'commune';
    return line === undefined ? [] : [{ unit, line, certain }];
  });
}

function touched(view: SiteView, unit: AdminUnit): readonly BorderLine[] {
  return view.ground.borders.filter(
    (line) =>
      [line.subject.code, line.neighbour.code].includes(unit.provinceCode) &&
      reachOf(view, line).nearest_m <= view.ground.vintage.accuracy_m,
  );
}
