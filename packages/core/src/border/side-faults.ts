import type { Position } from 'geojson';
import { type UnitRef, unitKey } from '../admin/unit.js';
import { type Issue, issue } from '../issue.js';
import { type BorderSide, ringsOf } from './border-side.js';

/** Sides wider than this do not fit into one plane; over the antimeridian they seem wider than anything. */
const WIDEST_deg = 40;
/** The plane ends before the poles. */
const FARTHEST_NORTH_deg = 84;

/** What keeps a pair of sides from being worked with: checked once at the door, so that nothing later throws. */
export function pairFaults(a: BorderSide, b: BorderSide): Issue[] {
  if (unitKey(a) === unitKey(b)) {
    return [
      issue(
        'border-same-unit',
        [],
        `${a.name} được đưa vào cả hai bên.`,
        `${a.name} was given as both sides.`,
      ),
    ];
  }
  return [...sideFaults(a), ...sideFaults(b)];
}

function sideFaults(side: BorderSide): Issue[] {
  const faults = new Map<string, Issue>();
  const add = (fault: Issue): void => {
    if (!faults.has(fault.code)) faults.set(fault.code, fault);
  };
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let rings = 0;
  for (const ring of ringsOf(side)) {
    rings += 1;
    if (!isClosed(ring)) add(unclosed(side));
    for (const place of ring) {
      const lon = place[0] ?? Number.NaN;
      const lat = place[1] ?? Number.NaN;
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        add(notPlaces(side));
        break;
      }
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  if (rings === 0) add(empty(side));
  if (east - west > WIDEST_deg || Math.max(north, -south) > FARTHEST_NORTH_deg) add(tooWide(side));
  return [...faults.values()];
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

const empty = ({ code, name }: UnitRef): Issue =>
  issue('border-side-empty', [code], `${name} không có hình.`, `${name} has no geometry.`);

const unclosed = ({ code, name }: UnitRef): Issue =>
  issue(
    'border-ring-unclosed',
    [code],
    `${name} có vòng không khép kín hoặc ít hơn bốn điểm.`,
    `${name} has a ring that is not closed or has fewer than four points.`,
  );

/** The fault of a unit with coordinates that are none on earth. */
export const notPlaces = ({ code, name }: UnitRef): Issue =>
  issue(
    'border-coordinate-invalid',
    [code],
    `${name} có tọa độ không phải là kinh vĩ độ trên trái đất.`,
    `${name} has coordinates that are no longitude and latitude on earth.`,
  );

const tooWide = ({ code, name }: UnitRef): Issue =>
  issue(
    'border-side-too-wide',
    [code],
    `${name} trải quá ${WIDEST_deg}° kinh độ hoặc quá vĩ độ ${FARTHEST_NORTH_deg}°: không tính được trên một mặt phẳng.`,
    `${name} spans more than ${WIDEST_deg}° of longitude or reaches beyond latitude ${FARTHEST_NORTH_deg}°: it does not fit into one plane.`,
    {
      vi: 'Hình cắt qua kinh tuyến 180° cần được tách hoặc dời kinh độ trước.',
      en: 'A shape across the 180° meridian must be split or shifted first.',
    },
  );
