import { geodesicArea_m2 } from '../geodesy/area.js';
import type { Validity } from '../units.js';
import { predecessors } from './succession.js';
import type { AdminLevel, AdminUnit, DrawingId, VintageId } from './unit.js';
import { bareKey, nameKey } from './unit-name.js';
import type { UnitWorld } from './unit-world.js';

/** Everything known of a unit. JSON-safe. */
export interface UnitDetail {
  readonly code: string;
  readonly vintage: VintageId;
  /** With its type: `Xã Chợ Đồn`. */
  readonly name: string;
  readonly level: AdminLevel;
  readonly names: {
    readonly type: string;
    /** Without its type. */
    readonly short: string;
    /** One spelling for all that are one name to a reader; two names are one when these are equal. */
    readonly folded: string;
    /** Without diacritics, for what was typed without them; many names share one. */
    readonly bare: string;
    /** Of the units it was made from, as the older lists have them. */
    readonly former: readonly string[];
  };
  /** District before province, in vintages that have districts. */
  readonly parents: readonly { readonly code: string; readonly name: string; readonly level: AdminLevel }[];
  readonly valid: Validity;
  /** By the official statistics; `null` where the sources give none. */
  readonly area_declared_m2: number | null;
  /** On the ellipsoid, of its first drawing; `null` where it is not drawn. */
  readonly area_computed_m2: number | null;
  readonly drawing: DrawingId | null;
  /** Dataset ids: the list it stands in, and what its outline was made from. */
  readonly sources: readonly string[];
}

export function unitDetail(world: UnitWorld, unit: AdminUnit): UnitDetail {
  const [drawn] = world.drawingsOf(unit);
  const older = predecessors(world.registry, unit).map(({ unit: { name } }) => name);
  return {
    code: unit.code,
    vintage: unit.vintage,
    name: unit.name,
    level: unit.level,
    names: {
      type: unit.type,
      short: unit.shortName,
      folded: nameKey(unit.shortName),
      bare: bareKey(unit.shortName),
      former: [...new Set(older)].filter((name) => name !== unit.name),
    },
    parents: parentsOf(world, unit).map(({ code, name, level }) => ({ code, name, level })),
    valid: unit.validity,
    area_declared_m2: unit.areaDeclared_m2,
    area_computed_m2: drawn === undefined ? null : geodesicArea_m2(drawn.geometry),
    drawing: drawn?.drawing ?? null,
    sources: [...new Set([...(unit.sources ?? []), ...(drawn?.origin?.sources ?? [])])],
  };
}

/** The district and the province of a unit, as far as it has them. */
export function parentsOf({ registry }: Pick<UnitWorld, 'registry'>, unit: AdminUnit): readonly AdminUnit[] {
  const codes = [unit.districtCode, unit.level === 'province' ? null : unit.provinceCode];
  return codes
    .map((code) => (code === null ? undefined : registry.get(code, unit.vintage)))
    .filter((parent) => parent !== undefined);
}
