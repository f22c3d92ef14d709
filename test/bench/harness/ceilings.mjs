import { readFileSync } from 'node:fs';

const FILE = new URL('../ceilings.json', import.meta.url);

/**
 * Ceilings that a run breaks: `{ bench, work, against, most, goal, reason }` in `ceilings.json`, where `most` bounds our
 * time over the peer's and `against` names a subject, or is `fastest`; or `{ bench, work, most_ms, reason }`, which
 * bounds our own median.
 */
export function brokenCeilings(benches) {
  const { ceilings } = JSON.parse(readFileSync(FILE, 'utf8'));
  return ceilings.flatMap((ceiling) => {
    if (ceiling.most_ms !== undefined) {
      return (benches[ceiling.bench]?.rows ?? [])
        .filter(({ work, median_ms }) => work === ceiling.work && median_ms > ceiling.most_ms)
        .map(({ median_ms }) => ({ ...ceiling, median_ms }));
    }
    const rows = (benches[ceiling.bench]?.rows ?? []).filter(
      ({ work, subject, ratio }) =>
        work === ceiling.work && ratio !== undefined && !subject.startsWith('giapranh'),
    );
    const against = rows.filter(
      ({ subject }) => ceiling.against === 'fastest' || subject === ceiling.against,
    );
    const ratio = Math.max(...against.map((row) => row.ratio));
    return ratio > ceiling.most ? [{ ...ceiling, ratio }] : [];
  });
}
