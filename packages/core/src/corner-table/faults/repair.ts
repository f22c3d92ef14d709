import { type Issue, issue, type LocalText } from '../../issue.js';
import { figure } from '../figure-text.js';
import type { TablePoint } from '../points/point.js';
import type { Part } from '../sections/draft.js';
import type { TableSite } from '../site/site.js';
import { diagnoseSite, type SiteDiagnosis } from './diagnose-site.js';
import type { Fault, PointKey, Repair } from './fault.js';

/** Mending one fault may uncover another; a table that needs more rounds than this is not mended but guessed. */
const MOST_ROUNDS = 8;

function mapPoints(site: TableSite, change: (point: TablePoint) => TablePoint | null): TableSite {
  return {
    ...site,
    parts: site.parts.map((part) => ({
      ...part,
      points: part.points.flatMap((point) => {
        const changed = change(point);
        return changed === null ? [] : [changed];
      }),
    })),
  };
}

function reordered(part: Part, points: readonly PointKey[]): Part {
  const byKey = new Map(part.points.map((point) => [point.key, point]));
  const ordered = points.flatMap(({ key }) => byKey.get(key) ?? []);
  // Rows the order does not name repeat others (the closing one among them): they go.
  return { ...part, points: ordered };
}

function apply(site: TableSite, repair: Repair): TableSite {
  switch (repair.kind) {
    case 'exchange':
      return mapPoints(site, (point) =>
        point.key === repair.point.key
          ? { ...point, north: point.east, east: point.north, swapped: false }
          : point,
      );
    case 'drop':
      return mapPoints(site, (point) => (point.key === repair.point.key ? null : point));
    case 'value':
      return mapPoints(site, (point) =>
        point.key === repair.point.key ? { ...point, [repair.axis]: repair.value } : point,
      );
    case 'order':
      return {
        ...site,
        parts: site.parts.map((part, at) => (at === repair.part ? reordered(part, repair.points) : part)),
      };
  }
}

function words(repair: Repair): LocalText {
  switch (repair.kind) {
    case 'exchange':
      return {
        vi: `dòng ${repair.point.row}: đổi lại X và Y`,
        en: `row ${repair.point.row}: X and Y exchanged back`,
      };
    case 'drop':
      return { vi: `bỏ dòng ${repair.point.row}`, en: `row ${repair.point.row} dropped` };
    case 'value': {
      const axis = repair.axis === 'north' ? ['X (Bắc)', 'northing'] : ['Y (Đông)', 'easting'];
      const value = figure(repair.value, 3);
      return {
        vi: `dòng ${repair.point.row}: ${axis[0]} thành ${value.vi}`,
        en: `row ${repair.point.row}: ${axis[1]} set to ${value.en}`,
      };
    }
    case 'order':
      return {
        vi: `xếp lại thứ tự các dòng: ${repair.points.map(({ row }) => row).join(', ')}`,
        en: `rows put in the order ${repair.points.map(({ row }) => row).join(', ')}`,
      };
  }
}

function repairNote({ issue: mended }: Fault, repair: Repair): Issue {
  const said = words(repair);
  return issue(
    'corner-repaired',
    mended.path,
    `Đã sửa theo yêu cầu (${mended.code}): ${said.vi}`,
    `Repaired as asked (${mended.code}): ${said.en}`,
  );
}

/** Mends what has one certain mending, a fault at a time, and says each. */
export function repairSite(
  site: TableSite,
  gridScale: number | null,
): { site: TableSite; diagnosis: SiteDiagnosis; notes: readonly Issue[] } {
  const notes: Issue[] = [];
  let mended = site;
  let diagnosis = diagnoseSite(site, gridScale);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fault = diagnosis.faults.find((entry) => entry.repair !== null);
    if (fault === undefined || fault.repair === null) break;
    notes.push(repairNote(fault, fault.repair));
    mended = apply(mended, fault.repair);
    diagnosis = diagnoseSite(mended, gridScale);
  }
  return { site: mended, diagnosis, notes };
}
