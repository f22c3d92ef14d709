import { crsDefinition } from '../../crs/lookup.js';
import { transformer } from '../../crs/transformer.js';
import { type Issue, issue, issueAt } from '../../issue.js';
import { err, okUnless, type Result } from '../../result.js';
import { candidateOf } from '../diagnosis/candidate.js';
import type { CornerPart, CornerPoint, CornerSite } from '../result.js';
import { siteLabel } from '../site/site-label.js';
import type { WrittenSite } from './document.js';

/**
 * A site of a result as it is to be written in `crs`: point names, parts, shape and declarations stay, coordinates move.
 * Only a site whose system is settled can move. Issues: `corner-write-unsettled`, `crs-unknown`, `crs-deprecated`,
 * `coordinate-out-of-range`.
 */
export function siteInSystem(site: CornerSite, crs: string): Result<WrittenSite> {
  const from = site.crs === null ? null : candidateOf(site.crs);
  if (from === null) return err(unsettled(site));
  const definition = crsDefinition(crs);
  if (!definition.ok) return definition;
  const to = transformer('OGC:CRS84', definition.value.id);
  if (!to.ok) return to;
  const zone_m = (definition.value.projection?.falseEasting_m ?? 500_000) - 500_000;
  const faults: Issue[] = [];
  const move = (point: CornerPoint): CornerPoint => {
    if (definition.value.id === from.id || point.north === null || point.east === null) return point;
    const place = from.place(point.east, point.north);
    const moved = place === null ? null : to.value.point(place);
    if (moved?.ok === true) return { ...point, north: moved.value[1], east: moved.value[0] - zone_m };
    faults.push(...(moved?.issues ?? [unsettled(site)]).map((fault) => issueAt(['row', point.row], fault)));
    return point;
  };
  const parts = site.parts.map((part): CornerPart => ({ ...part, points: part.points.map(move) }));
  const { name, shape, declared, area } = site;
  const area_m2 = definition.value.id === from.id ? (area?.declared_m2 ?? null) : null;
  return okUnless(faults, { name, shape, declared, parts, area_m2 });
}

function unsettled(site: CornerSite): Issue {
  const label = siteLabel(site);
  return issue(
    'corner-write-unsettled',
    ['sites', site.id],
    `Chưa xác định hệ tọa độ của ${label.vi}, nên không viết lại được`,
    `The coordinate system of ${label.en} is not settled, so it cannot be written`,
  );
}
