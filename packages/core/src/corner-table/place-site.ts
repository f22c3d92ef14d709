import { geodesicArea_m2 } from '../geodesy/area.js';
import { geodesicDistance_m } from '../geodesy/length.js';
import type { Issue } from '../issue.js';
import type { Candidate } from './diagnosis/candidate.js';
import type { SystemSite } from './diagnosis/system.js';
import { gridArea_m2 } from './faults/area.js';
import { diagnoseSite, type SiteDiagnosis } from './faults/diagnose-site.js';
import { repairSite } from './faults/repair.js';
import type { CornerArea, CornerSite } from './result.js';
import { locate } from './site/located.js';
import { pointsOf, type TableSite } from './site/site.js';
import { largest, smallest } from './text/extremes.js';

/** How a site is to be placed. */
export interface Placing {
  /** Index of its system. */
  readonly system: number;
  /** The reading geometry is made with, if any. */
  readonly candidate: Candidate | null;
  /** Codes that keep the geometry back whatever its faults. */
  readonly withheld: readonly string[];
  readonly repair: boolean;
}

export interface PlacedSite {
  readonly site: CornerSite;
  readonly diagnosis: SiteDiagnosis;
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
}

const STEP_m = 1_000;

/** Grid length over ground length near the site, from a kilometre north and east of it. */
function gridScale({ point, site }: SystemSite, candidate: Candidate | null): number | null {
  if (point === null || candidate === null) return null;
  if (site.writing.kind === 'angle') return 1;
  const here = candidate.place(point.east, point.north);
  const there = candidate.place(point.east + STEP_m, point.north + STEP_m);
  if (here === null || there === null) return null;
  return (STEP_m * Math.SQRT2) / geodesicDistance_m([...here], [...there]);
}

function declaredNames(site: TableSite, levels: readonly string[]): readonly string[] {
  return [
    ...new Set(
      site.declared.places
        .filter((place) => !place.weak && levels.includes(place.level))
        .map((place) => place.name),
    ),
  ];
}

function areaOf(
  table: TableSite,
  { parts, area }: SiteDiagnosis,
  geometry: CornerSite['geometry'],
): CornerArea | null {
  if (table.shape !== 'ring') {
    const declared = table.declared.area?.readings[0];
    return declared === undefined
      ? null
      : {
          grid_m2: null,
          geodesic_m2: null,
          declared_m2: declared.area_m2,
          tolerance_m2: declared.rounding_m2,
          agrees: null,
        };
  }
  const polygonal = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  return {
    grid_m2: area?.grid_m2 ?? gridArea_m2(parts),
    geodesic_m2: polygonal ? geodesicArea_m2(geometry) : null,
    declared_m2: area?.declared_m2 ?? null,
    tolerance_m2: area?.tolerance_m2 ?? null,
    agrees: area?.agrees ?? null,
  };
}

/** Diagnoses, repairs if asked, and gives geometry where a reading is chosen and nothing blocks. */
export function placeSite(member: SystemSite, { system, candidate, withheld, repair }: Placing): PlacedSite {
  const scale = gridScale(member, candidate);
  const {
    site: table,
    diagnosis,
    notes,
  } = repair
    ? repairSite(member.site, scale)
    : { site: member.site, diagnosis: diagnoseSite(member.site, scale), notes: [] };
  const blocking = diagnosis.faults.filter((fault) => fault.blocks).map((fault) => fault.issue.code);
  const free = blocking.length === 0 && withheld.length === 0 && candidate !== null;
  const geometry = free ? locate(candidate, table.shape, diagnosis.parts) : null;
  // A city beside a province is one of its districts; alone it may be a province itself.
  const inProvince = table.declared.places.some((place) => place.level === 'province');
  const rows = pointsOf(table).map((point) => point.row);
  const outside = free && geometry === null ? ['corner-outside-system'] : [];
  return {
    diagnosis,
    issues: diagnosis.faults
      .map((fault) => fault.issue)
      .filter(({ code }) => code !== 'corner-point-missing'),
    notes: [...notes, ...diagnosis.notes],
    site: {
      id: table.id,
      name: table.name,
      sheet: table.sheet,
      rows: [smallest(rows), largest(rows)],
      shape: table.shape,
      parts: table.parts.map(({ hole, points }) => ({
        hole,
        points: points.map(({ row, label, north, east }) => ({ row, label, north, east })),
      })),
      declared: {
        communes: declaredNames(table, ['commune']),
        districts: declaredNames(table, inProvince ? ['district', 'city'] : ['district']),
        provinces: declaredNames(table, inProvince ? ['province'] : ['province', 'city']),
        mineral: table.declared.mineral,
        decision: table.declared.decision,
      },
      area: areaOf(table, diagnosis, geometry),
      system,
      crs: geometry === null ? null : (candidate?.id ?? null),
      geometry,
      withheld: [...new Set([...blocking, ...withheld, ...outside])],
    },
  };
}
