import type { AxisOrder } from '../../crs/axis.js';
import type { Gazetteer } from '../gazetteer/gazetteer.js';
import { type Candidate, candidates, recipes } from './candidate.js';
import { type Evidence, evidence } from './evidence.js';
import type { Reading, Verdict } from './reading.js';
import type { SystemSites } from './system.js';
import { type Trial, tryCandidate } from './trial.js';
import { verdictOf } from './verdict.js';

/** The diagnosis of one system: every reading tried, best first. */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** The reading that the verdict is about; `null` when it is `impossible`. */
  readonly best: Candidate | null;
  readonly readings: readonly Reading[];
  /** Sites whose declared places the best reading does not meet. */
  readonly discordant: readonly string[];
}

/** Evidence beyond words and places, added by the caller per candidate: areas, neighbours, second columns. */
export type MoreEvidence = (trial: Trial) => readonly Evidence[];

/** Tries every system on the sites and weighs them. */
export function diagnose(
  system: SystemSites,
  gazetteer: Gazetteer | undefined,
  more: MoreEvidence,
): Diagnosis {
  const weighed = (candidate: Candidate): Trial => {
    const trial = tryCandidate(candidate, system, gazetteer);
    const extra = trial.inRange ? more(trial) : [];
    if (extra.length === 0) return trial;
    return {
      ...trial,
      evidence: [...trial.evidence, ...extra],
      weight: trial.weight + extra.reduce((sum, entry) => sum + entry.weight, 0),
    };
  };
  const byWeight = (a: Trial, b: Trial) => b.weight - a.weight;
  const official = candidates(system.unit).map(weighed).sort(byWeight);
  const favourite = official[0];
  const wrongMakings = favourite === undefined ? [] : recipes(favourite.candidate.definition).map(weighed);
  const trials = [...official, ...wrongMakings].sort(byWeight);
  const { verdict, best } = verdictOf(trials, system.stated);
  // The reading the verdict is about leads, also where heavier ones contradict the document.
  const ordered = best === null ? trials : [best, ...trials.filter((trial) => trial !== best)];
  const top = trials[0]?.weight ?? 0;
  const total = trials.reduce((sum, trial) => sum + Math.exp(trial.weight - top), 0);
  const readings = ordered.map((trial) => readingOf(trial, system, Math.exp(trial.weight - top) / total));
  const turned = ordered[0] === undefined ? [] : [turnedReading(ordered[0], system, gazetteer)];
  return {
    verdict,
    best: best?.candidate ?? null,
    readings: [...readings, ...turned],
    discordant: best?.place.discordant ?? [],
  };
}

function readingOf(trial: Trial, system: SystemSites, score: number): Reading {
  const { candidate, landing } = trial;
  return {
    crs: candidate.id,
    name: candidate.definition.name,
    axis: system.axis,
    score: Math.round(score * 1e6) / 1e6,
    evidence: [...trial.evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    position: landing?.position ?? null,
    units: (landing?.units ?? []).map(({ code, vintage, name }) => ({ code, vintage, name })),
    lands_in: landing?.text ?? { vi: 'ngoài Việt Nam', en: 'outside Vietnam' },
    confirmed: false,
    system: system.index,
  };
}

/** The best system with X and Y the other way round: shown, so that nobody has to wonder. */
function turnedReading(best: Trial, system: SystemSites, gazetteer: Gazetteer | undefined): Reading {
  const axis: AxisOrder = system.axis === 'x-north' ? 'east-north' : 'x-north';
  const turned: SystemSites = {
    ...system,
    axis,
    sites: system.sites.map((site) => ({
      ...site,
      point: site.point === null ? null : { east: site.point.north, north: site.point.east },
    })),
  };
  const trial = tryCandidate(best.candidate, turned, gazetteer);
  const reading = readingOf(trial, turned, 0);
  return {
    ...reading,
    evidence: [
      evidence(
        'axis-order',
        -14,
        'Đổi chỗ hai cột: độ lớn của các số cho biết cột nào là tọa độ Bắc',
        'The two columns exchanged: the size of the numbers shows which column is the northing',
      ),
      ...reading.evidence,
    ],
  };
}
