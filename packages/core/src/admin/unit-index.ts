import { type Bbox, bboxOf, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import type { AdminLevel, AdminUnit, VintageId } from './unit.js';
import { parentsOf } from './unit-detail.js';
import type { UnitWorld } from './unit-world.js';

/** What a search box needs to know of a unit. JSON-safe. */
export interface UnitIndexEntry {
  readonly code: string;
  readonly vintage: VintageId;
  readonly level: AdminLevel;
  /** With its type: `Xã Ngọc Phái`. */
  readonly name: string;
  /** District before province, with their types. */
  readonly within: readonly string[];
  /** West, south, east, north in degrees, rounded outwards to 1e-4; of its successors where it is not drawn itself. */
  readonly box: Bbox;
  readonly drawn: boolean;
  /** Where its ground went, by name; empty in the newest vintage and where it is drawn. */
  readonly now: readonly string[];
}

const ROUNDING = 1e4;

function rounded([west, south, east, north]: Bbox): Bbox {
  return [
    Math.floor(west * ROUNDING) / ROUNDING,
    Math.floor(south * ROUNDING) / ROUNDING,
    Math.ceil(east * ROUNDING) / ROUNDING,
    Math.ceil(north * ROUNDING) / ROUNDING,
  ];
}

function entry(world: UnitWorld, unit: AdminUnit): UnitIndexEntry | undefined {
  const { registry } = world;
  const [drawn] = world.drawingsOf(unit);
  const heirs =
    drawn !== undefined
      ? []
      : (registry.linksFrom.get(unit.code) ?? [])
          .filter(({ from }) => from.vintage === unit.vintage)
          .map(({ to }) => registry.get(to.code, to.vintage))
          .filter((heir) => heir !== undefined);
  const grounds = drawn === undefined ? heirs.flatMap((heir) => world.drawingsOf(heir).slice(0, 1)) : [drawn];
  if (grounds.length === 0) return undefined;
  return {
    code: unit.code,
    vintage: unit.vintage,
    level: unit.level,
    name: unit.name,
    within: parentsOf(world, unit).map(({ name }) => name),
    box: rounded(grounds.map(({ geometry }) => bboxOf(geometry)).reduce(bboxUnion, EMPTY_BBOX)),
    drawn: drawn !== undefined,
    now: [...new Set(heirs.map(({ name }) => name))],
  };
}

const LEVELS: readonly AdminLevel[] = ['province', 'district', 'commune'];

/** All units of the profile's provinces, in every vintage, that lie somewhere on its map; newest vintage first. */
export function unitIndex(world: UnitWorld): readonly UnitIndexEntry[] {
  return world.registry.vintages.toReversed().flatMap(({ id }) => {
    const provinces = world.provinces(id);
    return LEVELS.flatMap((level) =>
      world.registry
        .units(id, level)
        .filter(({ provinceCode }) => provinces.includes(provinceCode))
        .map((unit) => entry(world, unit))
        .filter((found) => found !== undefined),
    );
  });
}
