import { issue } from '../../issue.js';
import type { TablePoint } from '../points/point.js';
import type { TableSite } from '../site/site.js';
import { pointsOf } from '../site/site.js';
import type { Fault } from './fault.js';

/** Rows whose two coordinates stand the other way round than in the rest of the table. */
export function swappedFaults(site: TableSite): Fault[] {
  return pointsOf(site)
    .filter((point) => point.swapped)
    .map((point) => ({
      blocks: true,
      repair: { kind: 'exchange', point },
      issue: issue(
        'corner-row-swapped',
        ['row', point.row],
        `Dòng ${point.row}: X và Y đổi chỗ so với các dòng khác`,
        `Row ${point.row}: X and Y are exchanged, unlike the other rows`,
        {
          vi: 'Hai số bị chép vào nhầm cột. Sửa: đổi lại hai số.',
          en: 'The two numbers were copied into the wrong columns. Repair: exchange them.',
        },
      ),
    }));
}

/** The site with such rows set right: what the other checks look at. */
export function unswapped(site: TableSite): TableSite {
  if (!pointsOf(site).some((point) => point.swapped)) return site;
  const right = (point: TablePoint): TablePoint =>
    point.swapped ? { ...point, north: point.east, east: point.north, swapped: false } : point;
  return { ...site, parts: site.parts.map((part) => ({ ...part, points: part.points.map(right) })) };
}
