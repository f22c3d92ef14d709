import { readFileSync } from 'node:fs';

const FILE = new URL('../ceilings.json', import.meta.url);

/**
 * Ceilings that a run breaks: `{ bench, work, against, most, goal, reason }` in `ceilings.json`, where `most` bounds our
 * time over the peer's and `against` names a subject, or is `fastest`.
 */
export function brokenCeilings(benches) {
  const { ceilings } = JSON.parse(readFileSync(FILE, 'utf8'));
  return ceilings.flatMap((ceiling) => {
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
