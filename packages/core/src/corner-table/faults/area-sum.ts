import { type Issue, issue } from '../../issue.js';
import { hectares } from '../../units.js';
import { figure } from '../figure-text.js';
import type { CornerSite } from '../result.js';
import type { DeclaredArea } from '../statement/area.js';

/** Grid and ground differ by less than this share within the reach of a zone. */
const GRID_AGAINST_GROUND = 0.001;

/**
 * A sheet's own area must be the sum of its sites' (or the area of one of them): else a row or a title is lost. Said
 * once for the sheet; the sites keep their geometry.
 */
export function areaSumIssues(declared: DeclaredArea | null, sites: readonly CornerSite[]): Issue[] {
  if (declared === null || sites.length < 2 || sites.some((site) => site.withheld.length > 0)) return [];
  const areas = sites.flatMap((site) => site.area?.grid_m2 ?? []);
  const sum_m2 = areas.reduce((sum, area) => sum + area, 0);
  const agrees = declared.readings.some(({ area_m2, rounding_m2 }) =>
    [sum_m2, ...areas].some(
      (area) => Math.abs(area - area_m2) <= rounding_m2 * (sites.length + 1) + area * GRID_AGAINST_GROUND,
    ),
  );
  if (agrees) return [];
  const sum = figure(hectares(sum_m2), 4);
  return [
    issue(
      'corner-area-sum',
      ['row', declared.row],
      `Diện tích ghi chung ${declared.written} không bằng tổng diện tích các khu vực (${sum.vi} ha)`,
      `The area declared for the sheet, ${declared.written}, is not the sum of its sites (${sum.en} ha)`,
      {
        vi: 'Thiếu một dòng, thiếu một khu vực, hoặc một dòng chữ đã cắt một khu vực thành hai.',
        en: 'A row or a site is missing, or a line of words has cut one site in two.',
      },
    ),
  ];
}
