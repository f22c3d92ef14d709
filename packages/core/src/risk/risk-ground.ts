import type { UnitRegistry } from '../admin/registry.js';
import type { DrawnUnit } from '../admin/unit.js';
import { sharedBorder } from '../border/shared-border.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type Issue, issue } from '../issue.js';
import type { Profile, ProfileVintage } from '../profile.js';
import { err, ok, type Result } from '../result.js';
import { BorderLine } from './border-line.js';
import { disputedGrounds, type RiskDispute } from './disputed.js';
import type { KnownGround } from './known-ground.js';
import { type WatchArea, watchAreas } from './watch-area.js';

/** What rules are evaluated against in one vintage: the drawn units, the borders and the watched ground. */
export interface RiskGround {
  readonly vintage: ProfileVintage;
  readonly subject: DrawnUnit;
  readonly neighbours: readonly DrawnUnit[];
  readonly borders: readonly BorderLine[];
  readonly watch: readonly WatchArea[];
  /** Ground that other drawings give to another province. */
  readonly disputed: readonly RiskDispute[];
  /** Drawn units of the vintage's own drawing. */
  readonly units: readonly DrawnUnit[];
  /** What was known of it before. */
  readonly known?: KnownGround;
}

/**
 * Issues: `profile-subject-not-drawn`. Notes: `profile-neighbour-missing` for each neighbour whose border cannot
 * be had, those of `watchAreas`, those of `sharedBorder` for neighbours that turn out not to touch. `known`: what was
 * found of the same ground before, which is taken as it is, without its notes.
 */
export function riskGround(
  kernel: GeometryKernel,
  registry: UnitRegistry,
  profile: Profile,
  vintage: ProfileVintage,
  drawn: readonly DrawnUnit[],
  known?: KnownGround,
): Result<RiskGround> {
  const units = drawn.filter((unit) => unit.drawing === vintage.drawing && unit.vintage === vintage.id);
  const province = (code: string): DrawnUnit | undefined =>
    units.find((unit) => unit.level === 'province' && unit.code === code);
  const subject = province(vintage.subject);
  if (subject === undefined) return err(subjectMissing(profile, vintage));
  const notes: Issue[] = [];
  const neighbours: DrawnUnit[] = [];
  const borders: BorderLine[] = [];
  for (const { code, name } of vintage.neighbours) {
    const neighbour = province(code);
    if (neighbour === undefined) {
      notes.push(neighbourMissing(vintage, code, name));
      continue;
    }
    neighbours.push(neighbour);
    const same = known?.borders.find(({ a, b }) => [a.code, b.code].includes(code));
    if (known !== undefined && same === undefined) continue;
    const border = same === undefined ? sharedBorder(kernel, subject, neighbour) : ok(same);
    if (border.ok) borders.push(new BorderLine(subject, neighbour, border.value));
    notes.push(...(border.ok ? border.notes : border.issues));
  }
  const watch: WatchArea[] = [];
  for (const list of profile.watchLists) {
    const areas = watchAreas(kernel, registry, list, {
      vintage: vintage.id,
      drawing: vintage.drawing,
      units: drawn,
    });
    if (!areas.ok) return areas;
    watch.push(...areas.value);
    notes.push(...areas.notes);
  }
  const disputed =
    known === undefined ? disputedGrounds(kernel, registry, profile, drawn, vintage.id) : ok(known.disputed);
  if (!disputed.ok) return disputed;
  const made = { vintage, subject, neighbours, borders, watch, disputed: disputed.value, units };
  return ok(known === undefined ? made : { ...made, known }, notes);
}

function subjectMissing(profile: Profile, vintage: ProfileVintage): Issue {
  return issue(
    'profile-subject-not-drawn',
    ['vintages', vintage.id, 'subject'],
    `Hồ sơ ${profile.id}: đơn vị chính ${vintage.subject} không có hình trong nét vẽ ${vintage.drawing}, mốc ${vintage.id}.`,
    `Profile ${profile.id}: its subject ${vintage.subject} has no geometry in drawing ${vintage.drawing} of ${vintage.id}.`,
  );
}

function neighbourMissing(vintage: ProfileVintage, code: string, name: string): Issue {
  return issue(
    'profile-neighbour-missing',
    ['vintages', vintage.id, 'neighbours', code],
    `Chưa có hình của ${name} (${code}) ở mốc ${vintage.id}: chưa tính được đường và vùng giáp ranh với tỉnh này.`,
    `There is no geometry of ${name} (${code}) in ${vintage.id}: its border and border zone are not computed.`,
  );
}
