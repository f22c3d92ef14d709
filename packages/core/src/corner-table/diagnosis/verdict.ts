import { geodesicDistance_m } from '../../geodesy/length.js';
import type { StatedSystem } from '../statement/stated-system.js';
import { largest } from '../text/extremes.js';
import type { Verdict } from './reading.js';
import type { Trial } from './trial.js';

/**
 * Readings nearer to one another than this differ in datum or scale only (872 m at most for the known wrong recipes);
 * the nearest two central meridians in use put a point 26 km apart.
 */
const SAME_NEIGHBOURHOOD_m = 2_000;

function apart_m(a: Trial, b: Trial): number {
  const distances = a.positions.flatMap((position, at) => {
    const other = b.positions[at];
    return position === null || other === null || other === undefined
      ? []
      : [geodesicDistance_m([...position], [...other])];
  });
  return distances.length === 0 ? Number.POSITIVE_INFINITY : largest(distances);
}

/** A system as registered, which the document's words do not exclude. */
function official(trial: Trial): boolean {
  return trial.candidate.recipe === null && trial.statement.grade !== 'contradict';
}

function alive(trial: Trial): boolean {
  return (
    trial.candidate.recipe === null &&
    trial.inRange &&
    trial.place.grade !== 'contradict' &&
    trial.statement.grade !== 'contradict'
  );
}

/** Whether the declared places alone exclude the reading: then no misprint in the words can have misled us. */
function excludedByPlace(trial: Trial): boolean {
  return !trial.inRange || trial.place.grade === 'contradict';
}

/**
 * Independent proof: the declared commune or district holds the sites, and no other meridian puts them there; what
 * differs in datum or scale only is excluded by the document's words. Where the words name no system at all, two
 * levels must agree, so that a namesake elsewhere cannot stand in for the place.
 */
function proven(best: Trial, trials: readonly Trial[], stated: StatedSystem): boolean {
  const { levels } = best.place;
  if (best.place.grade !== 'agree' || !(levels.includes('commune') || levels.includes('district')))
    return false;
  if (stated.conflicts.length > 0) return false;
  const named = best.statement.named && best.statement.grade === 'agree';
  if (!named && levels.length < 2) return false;
  return trials.every((other) => {
    if (other === best || other.candidate.recipe !== null || excludedByPlace(other)) return true;
    return apart_m(best, other) <= SAME_NEIGHBOURHOOD_m && other.statement.grade === 'contradict';
  });
}

/** What the trials, best first, amount to. */
export function verdictOf(
  trials: readonly Trial[],
  stated: StatedSystem,
): { verdict: Verdict; best: Trial | null } {
  const living = trials.filter(alive);
  const [first, second] = living;
  if (first !== undefined) {
    if (second !== undefined) return { verdict: 'ambiguous', best: first };
    return { verdict: proven(first, trials, stated) ? 'certain' : 'likely', best: first };
  }
  // Some sites fit and some do not: a name was copied to the wrong site. The reading that fits most is to be confirmed.
  const partly = trials.filter((trial) => trial.inRange && official(trial) && trial.place.agreeing > 0);
  const most = largest(
    partly.map((trial) => trial.place.agreeing),
    0,
  );
  const fullest = partly.filter((trial) => trial.place.agreeing === most);
  const [fittest, rival] = fullest;
  if (fittest !== undefined && fittest.place.discordant.length > 0) {
    const alone = rival === undefined || apart_m(fittest, rival) <= SAME_NEIGHBOURHOOD_m;
    return { verdict: alone ? 'likely' : 'ambiguous', best: fittest };
  }
  // Nothing fits all words; a place that one reading alone reaches is still an answer to confirm.
  const reached = trials.filter((trial) => trial.inRange && trial.place.grade === 'agree');
  const [only, another] = reached;
  if (only !== undefined) {
    const settled = another === undefined || apart_m(only, another) <= SAME_NEIGHBOURHOOD_m;
    return { verdict: settled ? 'likely' : 'ambiguous', best: only };
  }
  return { verdict: 'impossible', best: null };
}
