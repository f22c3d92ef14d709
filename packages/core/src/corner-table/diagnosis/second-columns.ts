import { geodesicDistance_m } from '../../geodesy/length.js';
import type { LonLat } from '../../geodesy/position.js';
import { figure, length } from '../figure-text.js';
import type { CoordinatePair } from '../layout/columns.js';
import { pointsOf } from '../site/site.js';
import { cellAngle, isLatitude } from '../text/angle.js';
import type { Cell } from '../text/cell.js';
import { cellReadings, isEasting, isNorthing, withoutZone } from '../text/metres.js';
import { candidates } from './candidate.js';
import { type Evidence, evidence } from './evidence.js';
import { statementFit } from './statement-fit.js';
import type { SystemSite } from './system.js';

/** Two systems of one point agree when they are this near: rounding to a second of arc and datum shifts included. */
const SAME_m = 50;
/** Beyond this one of the two pairs of columns belongs to another place. */
const OTHER_m = 2_000;

interface Pair {
  readonly east: number;
  readonly north: number;
}

function metres(first: Cell, second: Cell): Pair | null {
  const values = (cell: Cell) => cellReadings(cell).map((reading) => reading.value);
  const north = [...values(first), ...values(second)].find(isNorthing);
  const east = [...values(second), ...values(first)].find((value) => isEasting(value) && value !== north);
  return north === undefined || east === undefined ? null : { north, east: withoutZone(east).value_m };
}

function degrees(first: Cell, second: Cell): Pair | null {
  const angles = [first, second].map((cell) => cellAngle(cell.text)?.value_deg);
  const north = angles.find((value) => value !== undefined && isLatitude(value));
  const east = angles.find((value) => value !== undefined && !isLatitude(value));
  return north === undefined || east === undefined ? null : { north, east };
}

function read(pair: CoordinatePair, first: Cell, second: Cell): Pair | null {
  return pair.kind === 'metres' ? metres(first, second) : degrees(first, second);
}

/** A table that gives each point twice, in two systems, checks itself: the pairs must mean one place. */
export function secondColumns({ site, point }: SystemSite, position: LonLat | null): Evidence[] {
  if (position === null || point === null || site.secondStated === null) return [];
  const same = pointsOf(site).find((corner) => corner.north === point.north && corner.east === point.east);
  const other = same?.item.others[0];
  const pair = other === undefined ? null : read(other.pair, other.first, other.second);
  if (other === undefined || pair === null) return [];
  const stated = site.secondStated;
  const nearest = candidates(other.pair.kind === 'metres' ? 'm' : 'deg')
    .filter((candidate) => statementFit(candidate, stated, null).grade !== 'contradict')
    .flatMap((candidate) => {
      const there = candidate.place(pair.east, pair.north);
      return there === null ? [] : [{ candidate, away_m: geodesicDistance_m([...there], [...position]) }];
    })
    .sort((a, b) => a.away_m - b.away_m)[0];
  if (nearest === undefined) return [];
  const { candidate, away_m } = nearest;
  const away = figure(away_m, 1);
  if (away_m <= SAME_m) {
    return [
      evidence(
        'second-columns',
        5,
        `Cặp cột thứ hai (${candidate.definition.name}) chỉ cùng một chỗ, cách ${away.vi} m`,
        `The second pair of columns (${candidate.definition.name}) means the same place, ${away.en} m away`,
      ),
    ];
  }
  if (away_m < OTHER_m) return [];
  return [
    evidence(
      'second-columns',
      -4,
      `Cặp cột thứ hai chỉ một chỗ khác, cách ít nhất ${length(away_m).vi}`,
      `The second pair of columns means another place, at least ${length(away_m).en} away`,
    ),
  ];
}
