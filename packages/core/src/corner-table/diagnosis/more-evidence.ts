import { geodesicDistance_m } from '../../geodesy/length.js';
import type { LonLat } from '../../geodesy/position.js';
import { hectares } from '../../units.js';
import { checkArea } from '../faults/area.js';
import { planeParts } from '../faults/plane.js';
import { signedArea_m2 } from '../faults/ring-math.js';
import { unswapped } from '../faults/swapped.js';
import { figure, length } from '../figure-text.js';
import { siteLabel } from '../site/site-label.js';
import { smallest } from '../text/extremes.js';
import type { MoreEvidence } from './diagnose.js';
import { type Evidence, evidence } from './evidence.js';
import { secondColumns } from './second-columns.js';
import type { SystemSites } from './system.js';

const NEAR_m = 20_000;
const FAR_m = 60_000;

/** Declared areas and the direction of the corners: the same for every zone of metres, but worth saying. */
function shapeEvidence(system: SystemSites): Evidence[] {
  return system.sites.flatMap(({ site }): Evidence[] => {
    if (site.shape !== 'ring') return [];
    const parts = planeParts(unswapped(site));
    const name = siteLabel(site);
    const found: Evidence[] = [];
    if (site.declared.area !== null) {
      const check = checkArea(parts, site.declared.area, null);
      const said = figure(hectares(check.declared_m2), 4);
      const computed = figure(hectares(check.grid_m2), 4);
      found.push(
        check.agrees
          ? evidence(
              'area',
              0.5,
              `Diện tích tính từ tọa độ ${computed.vi} ha khớp diện tích ghi của ${name.vi}`,
              `The area computed from the coordinates, ${computed.en} ha, agrees with the declared one of ${name.en}`,
            )
          : evidence(
              'area',
              -0.5,
              `Diện tích tính từ tọa độ ${computed.vi} ha khác diện tích ghi ${said.vi} ha của ${name.vi}`,
              `The area computed from the coordinates, ${computed.en} ha, differs from the declared ${said.en} ha of ${name.en}`,
            ),
      );
    }
    const [shell] = parts;
    if (shell !== undefined && shell.points.length >= 3 && signedArea_m2(shell.points) < 0) {
      found.push(
        evidence(
          'ring-order',
          0.2,
          `Các điểm của ${name.vi} chạy thuận chiều kim đồng hồ với thứ tự trục này, đúng thông lệ`,
          `With this axis order the corners of ${name.en} run clockwise, as the custom is`,
        ),
      );
    }
    return found;
  });
}

function neighbourEvidence(position: LonLat, neighbours: readonly LonLat[]): Evidence[] {
  if (neighbours.length === 0) return [];
  const nearest_m = smallest(neighbours.map((other) => geodesicDistance_m([...position], [...other])));
  const away = length(nearest_m);
  if (nearest_m <= NEAR_m) {
    return [
      evidence(
        'neighbours',
        1,
        `Gần khu vực lân cận đã biết: ${away.vi}`,
        `Near a known neighbouring site: ${away.en}`,
      ),
    ];
  }
  if (nearest_m < FAR_m) return [];
  return [
    evidence(
      'neighbours',
      -1,
      `Xa các khu vực lân cận đã biết: ${away.vi}`,
      `Far from the known neighbouring sites: ${away.en}`,
    ),
  ];
}

/** Evidence of a system's sites beyond the words and places of the document. */
export function moreEvidence(system: SystemSites, neighbours: readonly LonLat[]): MoreEvidence {
  const shapes = shapeEvidence(system);
  return ({ positions, landing }) => [
    ...shapes,
    ...(landing === null ? [] : neighbourEvidence(landing.position, neighbours)),
    ...system.sites.flatMap((site, at) => secondColumns(site, positions[at] ?? null)),
  ];
}
