import type { AxisOrder } from '../../crs/axis.js';
import type { Gazetteer } from '../gazetteer/gazetteer.js';
import { pointsOf, type TableSite } from '../site/site.js';
import type { DeclaredPlace } from '../statement/places.js';
import type { StatedSystem } from '../statement/stated-system.js';
import { type KnownPlace, knownPlaces } from './place-fit.js';
import { representative } from './representative.js';

/** A site as the diagnosis sees it: one point that stands for it, and its declared places. */
export interface SystemSite {
  readonly id: string;
  readonly site: TableSite;
  readonly point: { readonly east: number; readonly north: number } | null;
  readonly places: readonly KnownPlace[];
}

/** Sites that state one system and are written in one way: they are read together or not at all. */
export interface SystemSites {
  readonly index: number;
  readonly stated: StatedSystem;
  readonly unit: 'm' | 'deg';
  readonly axis: AxisOrder;
  readonly zonePrefix: number | null;
  readonly sites: readonly SystemSite[];
}

function keyOf({ stated, writing }: TableSite, zonePrefix: number | null): string {
  const { datum, meridian_deg, zoneWidth_deg, k0, utmZone, crs } = stated;
  return JSON.stringify([datum, meridian_deg, zoneWidth_deg, k0, utmZone, crs, writing.kind, zonePrefix]);
}

/** The zone number before the eastings, if the site's rows agree on one. */
function prefixOf(site: TableSite): number | null {
  const prefixes = new Set(pointsOf(site).map((point) => point.zonePrefix));
  const [first = null] = prefixes;
  return prefixes.size === 1 ? first : null;
}

/** Groups sites by what is stated and how they are written. */
export function systemsOf(
  sites: readonly TableSite[],
  gazetteer: Gazetteer | undefined,
): { systems: readonly SystemSites[]; unknownPlaces: readonly DeclaredPlace[] } {
  const unknown: DeclaredPlace[] = [];
  const groups = new Map<string, { zonePrefix: number | null; members: TableSite[] }>();
  for (const site of sites) {
    const zonePrefix = prefixOf(site);
    const key = keyOf(site, zonePrefix);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { zonePrefix, members: [site] });
    else group.members.push(site);
  }
  const systems = [...groups.values()].flatMap(({ zonePrefix, members }, index): SystemSites[] => {
    const [first] = members;
    if (first === undefined) return [];
    return [
      {
        index,
        stated: first.stated,
        unit: first.writing.kind === 'metres' ? 'm' : 'deg',
        axis: first.writing.order === 'north-first' ? 'x-north' : 'east-north',
        zonePrefix,
        sites: members.map((site) => {
          const places = knownPlaces(gazetteer, site.declared);
          unknown.push(...places.unknown);
          return { id: site.id, site, point: representative(site), places: places.known };
        }),
      },
    ];
  });
  return { systems, unknownPlaces: unknown };
}
