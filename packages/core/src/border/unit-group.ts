import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { BorderSide } from './border-side.js';

/**
 * Units taken together as one side of a border: any level, any vintage. Lines they share dissolve; all other vertices
 * stay bit for bit. Its code is theirs joined by `+`, unless a name is given with one.
 *
 * Ground that several of them claim counts once. Issues: `border-group-empty`, those of the union; notes when their
 * vintages or drawings differ.
 */
export function unitGroup(
  kernel: GeometryKernel,
  units: readonly BorderSide[],
  named: { readonly code?: string; readonly name?: string } = {},
): Result<BorderSide> {
  const sorted = [...new Map(units.map((unit) => [`${unit.vintage}:${unit.code}`, unit])).values()].sort(
    (a, b) => (a.code < b.code ? -1 : 1),
  );
  const [first] = sorted;
  if (first === undefined) {
    return err(issue('border-group-empty', [], 'Nhóm không có đơn vị nào.', 'The group has no unit in it.'));
  }
  const union =
    sorted.length === 1 ? ok(first.geometry) : kernel.union(sorted.map(({ geometry }) => geometry));
  if (!union.ok) return union;
  const geometry = polygonalPart(union.value);
  if (!(geodesicArea_m2(geometry) > 0)) {
    return err(issue('border-group-empty', [], 'Nhóm không có phần đất nào.', 'The group has no ground.'));
  }
  const several = (of: (unit: BorderSide) => string): boolean => new Set(sorted.map(of)).size > 1;
  const mixed = several(({ vintage }) => vintage) || several(({ drawing }) => drawing);
  return ok(
    {
      code: named.code ?? sorted.map(({ code }) => code).join('+'),
      vintage: first.vintage,
      name: named.name ?? sorted.map(({ name }) => name).join(', '),
      drawing: [...new Set(sorted.map(({ drawing }) => drawing))].join('+'),
      geometry,
    },
    mixed
      ? [
          issue(
            'border-group-mixed',
            [],
            'Nhóm gồm các đơn vị khác mốc thời gian hoặc khác nét vẽ.',
            'The group joins units of different vintages or drawings.',
          ),
        ]
      : [],
  );
}
