import { median } from '../median.mjs';

/** A subject that took this long in all is asked no more, however many rounds are left. */
const PATIENCE_MS = 20_000;

const isQuick = () => process.env.GIAPRANH_BENCH_QUICK === '1';

/** The full amount of work, or the short form's. */
export const amount = (full, quick) => (isQuick() ? quick : full);

/**
 * Several subjects on the same work: `warm` rounds that are not counted, then each in turn, round after round, so that what else
 * the machine does falls on all alike.
 *
 * @param subjects `{ name, run, part?, cores?, note? }`: `run()` does the work, or `part` (0 to 1) of it, and may return
 *   `{ ms, ...facts }` where it measured itself; a subject without `run` is absent, and `note` says why. The first one
 *   is ours.
 * @param aSecond `[50, 'writes']`: how much of what a round is, told by the second beside the median.
 * @returns rows with median milliseconds for the whole work, and `ratio`: our time over this one's.
 */
export async function sideBySide({ work, data, subjects, rounds = amount(5, 3), warm = 1, aSecond }) {
  const present = subjects.filter(({ run }) => run !== undefined);
  const times = new Map(present.map((subject) => [subject, []]));
  const facts = new Map();
  const spent = new Map(present.map((subject) => [subject, 0]));
  for (let round = 1 - warm; round <= rounds; round += 1) {
    for (const subject of present) {
      if (times.get(subject).length > 0 && spent.get(subject) > PATIENCE_MS) continue;
      const started = performance.now();
      const told = (await subject.run()) ?? {};
      const took = performance.now() - started;
      spent.set(subject, spent.get(subject) + took);
      const { ms = took, ...rest } = told;
      facts.set(subject, rest);
      // A work of many seconds warms up within itself.
      if (round > 0 || took > 10_000) times.get(subject).push(ms / (subject.part ?? 1));
    }
  }
  const medians = new Map(present.map((subject) => [subject, median(times.get(subject))]));
  const ours = medians.get(subjects[0]);
  return subjects.map((subject) => {
    const ms = medians.get(subject) ?? null;
    const part = subject.part ?? 1;
    return {
      work,
      data,
      subject: subject.name,
      cores: subject.cores ?? 1,
      median_ms: ms,
      rounds: times.get(subject)?.length ?? 0,
      ...(ms === null || ours === undefined ? {} : { ratio: ours / ms }),
      ...(facts.get(subject) ?? {}),
      ...(ms === null || aSecond === undefined ? {} : { facts: [perSecond(aSecond, ms)] }),
      note: [
        ms === null ? 'absent' : '',
        part < 1 ? `measured on ${percent(part)}, scaled` : '',
        subject.note ?? '',
      ]
        .filter((text) => text !== '')
        .join('; '),
    };
  });
}

const perSecond = ([count, what], ms) => `${Math.round((count * 1000) / ms)} ${what} a second`;

const percent = (part) => `${Number((part * 100).toPrecision(2))} %`;
