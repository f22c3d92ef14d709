import { type Issue, issue, type LocalText } from '../../issue.js';
import { hectares } from '../../units.js';
import { figure } from '../figure-text.js';
import type { DeclaredArea } from '../statement/area.js';
import { largest } from '../text/extremes.js';
import type { PlanePart } from './plane.js';
import { perimeter_m, signedArea_m2 } from './ring-math.js';

/** Declared against computed area. */
export interface AreaCheck {
  /** In the plane of the grid, holes taken off. */
  readonly grid_m2: number;
  readonly declared_m2: number;
  /** What the rounding of the declared area and of the coordinates explains. */
  readonly tolerance_m2: number;
  readonly agrees: boolean;
}

export function gridArea_m2(parts: readonly PlanePart[]): number {
  return parts.reduce((sum, part) => sum + (part.hole ? -1 : 1) * Math.abs(signedArea_m2(part.points)), 0);
}

/**
 * Largest effect of coordinate rounding: every corner out by half a unit of its last digit, along the whole outline.
 */
function coordinateRounding_m2(parts: readonly PlanePart[]): number {
  return parts.reduce((sum, part) => {
    const rounding_m = largest(
      part.points.map((point) => point.rounding_m),
      0,
    );
    return sum + perimeter_m(part.points) * rounding_m;
  }, 0);
}

/**
 * The declared area against the plane's: `36.228` counts in whichever reading comes nearer. Areas are declared on the
 * grid or on the ground; `gridScale` (grid length over ground length) lets either agree.
 */
export function checkArea(
  parts: readonly PlanePart[],
  declared: DeclaredArea,
  gridScale: number | null,
): AreaCheck {
  const grid_m2 = gridArea_m2(parts);
  const ground_m2 = gridScale === null ? grid_m2 : grid_m2 / gridScale ** 2;
  const rounding = coordinateRounding_m2(parts);
  const checks = declared.readings.map(({ area_m2, rounding_m2 }): AreaCheck => {
    const tolerance_m2 = rounding_m2 * (1 + 1e-9) + rounding;
    const off = Math.min(Math.abs(grid_m2 - area_m2), Math.abs(ground_m2 - area_m2));
    return { grid_m2, declared_m2: area_m2, tolerance_m2, agrees: off <= tolerance_m2 };
  });
  const [first] = checks;
  const agreeing = checks.find((check) => check.agrees);
  const nearest = [...checks].sort(
    (a, b) => Math.abs(a.grid_m2 - a.declared_m2) - Math.abs(b.grid_m2 - b.declared_m2),
  )[0];
  return agreeing ?? nearest ?? first ?? { grid_m2, declared_m2: 0, tolerance_m2: 0, agrees: false };
}

function ha(area_m2: number): LocalText {
  return figure(hectares(area_m2), 4);
}

function cause(parts: readonly PlanePart[], check: AreaCheck): LocalText {
  const ratio = check.declared_m2 / check.grid_m2;
  const power = Math.round(Math.log10(ratio));
  if (power !== 0 && Math.abs(ratio / 10 ** power - 1) < 0.02) {
    return {
      vi: 'Sai đơn vị hoặc sai dấu phẩy: hai diện tích khác nhau đúng một lũy thừa của 10.',
      en: 'Wrong unit or decimal mark: the two areas differ by a power of ten.',
    };
  }
  const shell = gross(parts);
  if (parts.some((part) => part.hole) && Math.abs(shell - check.declared_m2) <= check.tolerance_m2 * 2) {
    return {
      vi: 'Diện tích ghi chưa trừ phần loại trừ.',
      en: 'The declared area does not take off the excluded part.',
    };
  }
  return {
    vi: 'Một tọa độ bị gõ sai, thiếu điểm, hoặc diện tích được tính theo cách khác.',
    en: 'A coordinate is mistyped, a point is missing, or the area was computed otherwise.',
  };
}

function gross(parts: readonly PlanePart[]): number {
  return parts.reduce((sum, part) => sum + (part.hole ? 0 : Math.abs(signedArea_m2(part.points))), 0);
}

export function areaIssue(parts: readonly PlanePart[], declared: DeclaredArea, check: AreaCheck): Issue {
  const off_m2 = check.grid_m2 - check.declared_m2;
  const [said, computed, off, percent, tolerance] = [
    ha(check.declared_m2),
    ha(check.grid_m2),
    figure(off_m2, 1),
    figure((100 * off_m2) / check.declared_m2, 2),
    figure(check.tolerance_m2, 1),
  ];
  return issue(
    'corner-area-mismatch',
    ['row', declared.row],
    `Diện tích ghi ${declared.written} (${said.vi} ha), tính từ tọa độ ${computed.vi} ha: lệch ${off.vi} m² (${percent.vi} %), quá mức làm tròn ${tolerance.vi} m²`,
    `Declared area ${declared.written} (${said.en} ha), computed from the coordinates ${computed.en} ha: ${off.en} m² off (${percent.en} %), more than the ${tolerance.en} m² rounding explains`,
    cause(parts, check),
  );
}
