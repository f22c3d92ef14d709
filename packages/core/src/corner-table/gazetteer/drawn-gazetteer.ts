import { type LineageLink, linksByFrom } from '../../admin/lineage.js';
import type { AdminLevel, AdminUnit, DrawnUnit } from '../../admin/unit.js';
import { bareKey, lacksDiacritics, nameKey, readName } from '../../admin/unit-name.js';
import type { LonLat } from '../../geodesy/position.js';
import { spatialIndex } from '../../geometry/spatial-index.js';
import { BandedPolygon } from './banded-polygon.js';
import { type Gazetteer, type NamedGround, type PlaceUnit, REACH_m } from './gazetteer.js';

export interface GazetteerSources {
  /** Units with ground, of any vintages; of several drawings of a unit the first is asked. */
  readonly units: readonly DrawnUnit[];
  /** Leads communes that are no longer drawn to what they became. */
  readonly lineage: readonly LineageLink[];
  /** Official lists: the units that have no ground here. Optional; the lineage already names most. */
  readonly records?: readonly AdminUnit[];
}

interface Ground {
  readonly unit: PlaceUnit;
  readonly polygon: BandedPolygon;
}

const LEVEL_ORDER: Readonly<Record<AdminLevel, number>> = { commune: 0, district: 1, province: 2 };

const key = (level: AdminLevel, vintage: string, code: string) => `${level}:${vintage}:${code}`;

/** A gazetteer over drawn units. Building is cheap; a polygon is indexed when it is first asked. */
export function drawnGazetteer({ units, lineage, records = [] }: GazetteerSources): Gazetteer {
  const names = new Map<string, string>();
  for (const unit of [...records, ...units]) names.set(key(unit.level, unit.vintage, unit.code), unit.name);
  for (const { from, fromDistrict, fromProvince } of lineage) {
    names.set(key('province', from.vintage, fromProvince.code), fromProvince.name);
    if (fromDistrict !== null) names.set(key('district', from.vintage, fromDistrict.code), fromDistrict.name);
  }
  const place = (unit: AdminUnit): PlaceUnit => ({
    code: unit.code,
    vintage: unit.vintage,
    name: unit.name,
    level: unit.level,
    province: names.get(key('province', unit.vintage, unit.provinceCode)) ?? '',
    district:
      unit.districtCode === null || unit.level !== 'commune'
        ? null
        : (names.get(key('district', unit.vintage, unit.districtCode)) ?? null),
  });
  const grounds = firstDrawings(units).map(
    (unit): Ground => ({ unit: place(unit), polygon: new BandedPolygon(unit.geometry) }),
  );
  const byKey = new Map(
    grounds.map((ground) => [key(ground.unit.level, ground.unit.vintage, ground.unit.code), ground]),
  );
  const named = namesOf(grounds, byKey, lineage, records.map(place));
  const index = spatialIndex(grounds.map((ground) => ground.polygon.bbox));
  return {
    find: (name, level) => {
      const { rest } = readName(name);
      const key = lacksDiacritics(rest) ? `bare:${bareKey(rest)}` : nameKey(rest);
      return named.get(`${level}:${key}`) ?? [];
    },
    at: (position) =>
      index
        .search([position[0], position[1], position[0], position[1]])
        .flatMap((at) => grounds[at] ?? [])
        .filter((ground) => ground.polygon.contains(position))
        .map((ground) => ground.unit)
        .sort((a, b) => b.vintage.localeCompare(a.vintage) || LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level]),
  };
}

function firstDrawings(units: readonly DrawnUnit[]): DrawnUnit[] {
  const seen = new Set<string>();
  return units.filter((unit) => {
    const id = key(unit.level, unit.vintage, unit.code);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function namesOf(
  grounds: readonly Ground[],
  byKey: ReadonlyMap<string, Ground>,
  lineage: readonly LineageLink[],
  records: readonly PlaceUnit[],
): ReadonlyMap<string, NamedGround[]> {
  const named = new Map<string, NamedGround[]>();
  const known = new Set<string>();
  const add = (unit: PlaceUnit, on: readonly Ground[]) => {
    const id = key(unit.level, unit.vintage, unit.code);
    if (known.has(id)) return;
    known.add(id);
    const { rest } = readName(unit.name);
    const entry: NamedGround = {
      unit,
      grounds: on.map((ground) => ground.unit),
      distance_m: (position) => nearest_m(on, position),
    };
    for (const word of [nameKey(rest), `bare:${bareKey(rest)}`]) {
      const list = named.get(`${unit.level}:${word}`);
      if (list === undefined) named.set(`${unit.level}:${word}`, [entry]);
      else list.push(entry);
    }
  };
  for (const ground of grounds) add(ground.unit, [ground]);
  for (const links of linksByFrom(lineage).values()) {
    const [first] = links;
    if (first === undefined) continue;
    const successors = links.flatMap(({ to }) => byKey.get(key('commune', to.vintage, to.code)) ?? []);
    add(
      {
        ...first.from,
        level: 'commune',
        province: first.fromProvince.name,
        district: first.fromDistrict?.name ?? null,
      },
      successors.length === links.length ? successors : [],
    );
  }
  for (const unit of records) add(unit, []);
  return named;
}

function nearest_m(grounds: readonly Ground[], position: LonLat): number | null {
  if (grounds.length === 0) return null;
  return Math.min(...grounds.map((ground) => ground.polygon.distance_m(position, REACH_m)));
}
