import { type Issue, issue } from '../../issue.js';
import { pointsOf, type TableSite } from '../site/site.js';
import { type AreaCheck, areaIssue, checkArea } from './area.js';
import { closureFaults } from './closure.js';
import { crossingFaults } from './crossing.js';
import type { Fault } from './fault.js';
import { hiddenDigitFaults } from './hidden-digits.js';
import { holeFaults } from './holes.js';
import { numberGapFaults } from './number-gap.js';
import { outlierFaults } from './outliers.js';
import { type PlanePart, planeParts } from './plane.js';
import { repeatedFaults, withoutRepeats } from './repeated.js';
import { isSimple } from './ring-math.js';
import { spikeFaults } from './spikes.js';
import { swappedFaults, unswapped } from './swapped.js';
import { tooFewFaults } from './too-few.js';
import { windingNotes } from './winding.js';

/** What is wrong with a site's geometry, whatever its coordinate system. */
export interface SiteDiagnosis {
  readonly faults: readonly Fault[];
  readonly notes: readonly Issue[];
  /** In the plane, rows set right that were exchanged, without closing and repeated rows. */
  readonly parts: readonly PlanePart[];
  readonly area: AreaCheck | null;
}

/** `gridScale`: grid length over ground length near the site, `null` when no system is known. */
export function diagnoseSite(site: TableSite, gridScale: number | null): SiteDiagnosis {
  const swapped = swappedFaults(site);
  const written = planeParts(unswapped(site));
  const unreadable = unreadableFaults(site);
  const repeated = written.flatMap(repeatedFaults);
  const closure = site.shape === 'ring' ? written.flatMap(closureFaults) : [];
  const dropped = new Set(
    closure.flatMap(({ repair }) => (repair?.kind === 'drop' ? [repair.point.key] : [])),
  );
  const parts = written.map((part) => {
    const clean = withoutRepeats(part);
    return { ...clean, points: clean.points.filter((point) => !dropped.has(point.source.key)) };
  });
  const row = pointsOf(site)[0]?.row ?? 0;
  const found = [...swapped, ...unreadable, ...closure, ...repeated, ...tooFewFaults(parts, site.shape, row)];
  return site.shape === 'ring'
    ? ringDiagnosis(site, parts, found, gridScale)
    : openDiagnosis(site, parts, found);
}

/** The reader has told of each unreadable cell; here it only keeps the geometry from being made. */
function unreadableFaults(site: TableSite): Fault[] {
  return pointsOf(site)
    .filter((point) => point.north === null || point.east === null)
    .map(({ row }) => ({
      blocks: true,
      repair: null,
      issue: issue(
        'corner-point-missing',
        ['row', row],
        `Dòng ${row}: thiếu một tọa độ, hình của khu vực không dựng được`,
        `Row ${row}: a coordinate is missing, the site's geometry cannot be made`,
      ),
    }));
}

function ringDiagnosis(
  site: TableSite,
  parts: readonly PlanePart[],
  found: readonly Fault[],
  gridScale: number | null,
): SiteDiagnosis {
  const declared = site.declared.area;
  const single = parts.length === 1 ? declared : null;
  const area = declared === null ? null : checkArea(parts, declared, gridScale);
  const sound = parts.every((part) => isSimple(part.points));
  // A ring whose area is the declared one has no mistyped corner, however far one stands out.
  const wild =
    area?.agrees === true && sound ? [] : parts.flatMap((part) => outlierFaults(part, 'ring', single));
  // A corner copied elsewhere makes crossings and spikes of its own.
  const copied = found.some((fault) => fault.blocks && fault.issue.code === 'corner-point-repeated');
  const settled = wild.length > 0 || copied;
  const gaps = area?.agrees === true && sound ? [] : site.parts.flatMap(numberGapFaults);
  const crossing = settled ? [] : parts.flatMap((part, at) => crossingFaults(part, at, single));
  const spikes = settled ? [] : parts.flatMap(spikeFaults);
  const shapeFaults = [...gaps, ...wild, ...crossing, ...spikes, ...(sound ? holeFaults(parts) : [])];
  const soFar = [...found, ...shapeFaults];
  const areaFaults =
    declared === null || area === null || area.agrees || soFar.some((fault) => fault.blocks)
      ? []
      : areaFault(parts, site, area);
  return {
    faults: [...soFar, ...areaFaults],
    notes: wild.length > 0 ? [] : parts.filter((part) => !part.hole).flatMap(windingNotes),
    parts,
    area,
  };
}

function areaFault(parts: readonly PlanePart[], site: TableSite, area: AreaCheck): Fault[] {
  const declared = site.declared.area;
  const [part, more] = parts;
  if (declared === null) return [];
  const hidden = part === undefined || more !== undefined ? [] : hiddenDigitFaults(part, declared);
  return hidden.length > 0
    ? hidden
    : [{ blocks: false, repair: null, issue: areaIssue(parts, declared, area) }];
}

function openDiagnosis(site: TableSite, parts: readonly PlanePart[], found: readonly Fault[]): SiteDiagnosis {
  const wild = site.shape === 'line' ? parts.flatMap((part) => outlierFaults(part, 'line', null)) : [];
  const declared = site.declared.area;
  const notes =
    declared === null || site.shape === 'point'
      ? []
      : [
          issue(
            'corner-area-of-line',
            ['row', declared.row],
            `Diện tích ${declared.written} ghi cho một tuyến: ba điểm đầu, giữa, cuối không phải ranh khép kín nên không kiểm tra được diện tích`,
            `An area of ${declared.written} is declared for a line: its points are no closed outline, so the area cannot be checked`,
          ),
        ];
  return { faults: [...found, ...wild], notes, parts, area: null };
}
