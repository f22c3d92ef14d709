import {
  type AdminLevel,
  type AdminUnit,
  type DrawnUnit,
  err,
  type Issue,
  issue,
  ok,
  type Result,
} from '@giapranh/core';
import type { PairOptions } from './options.js';
import { drawnUnit, provincesOf, type Session } from './session.js';

export type UnitPair = readonly [DrawnUnit, DrawnUnit];

const LEVELS: readonly AdminLevel[] = ['province', 'district', 'commune'];

/** A unit by its code or its name, on the session's day. Issues: those of the registry. */
export function findUnit(session: Session, text: string, level?: AdminLevel): Result<AdminUnit> {
  const byCode = /^\d{2,5}$/.test(text) ? session.registry.get(text, session.vintage.id) : undefined;
  if (byCode !== undefined && (level === undefined || byCode.level === level)) return ok(byCode);
  const { asOf } = session;
  return session.registry.find(text, {
    asOf,
    preferProvinces: provincesOf(session),
    ...(level === undefined ? {} : { level }),
  });
}

/** Two names mean units of one level where they can: two provinces before two districts before two communes. */
function findPair(
  session: Session,
  names: readonly [string, string],
  asked: AdminLevel | undefined,
): Result<readonly [AdminUnit, AdminUnit]> {
  for (const level of asked === undefined ? LEVELS : [asked]) {
    const [a, b] = [findUnit(session, names[0], level), findUnit(session, names[1], level)];
    if (a.ok && b.ok) return ok([a.value, b.value]);
  }
  // No level has both: units of two levels, or a name that no level has; the other name is not at fault then.
  const [a, b] = [findUnit(session, names[0], asked), findUnit(session, names[1], asked)];
  if (a.ok && b.ok) return ok([a.value, b.value]);
  const nowhere = [a, b].filter((result) => !result.ok && result.issues[0].code !== 'admin-unit-ambiguous');
  return failure(nowhere.length > 0 ? nowhere : [a, b]);
}

function failure(results: readonly Result<unknown>[]): Result<never> {
  const [first, ...rest] = results.flatMap((result) => (result.ok ? [] : result.issues));
  if (first === undefined) throw new Error('nothing failed');
  return err(first, ...rest);
}

function drawnPair(session: Session, pair: readonly [AdminUnit, AdminUnit]): Result<UnitPair> {
  const [a, b] = [drawnUnit(session, pair[0]), drawnUnit(session, pair[1])];
  return a.ok && b.ok ? ok([a.value, b.value]) : failure([a, b]);
}

function notTwo(count: number): Issue {
  return issue(
    'pair-expected',
    ['--between'],
    `--between cần đúng hai đơn vị, không phải ${count}.`,
    `--between takes two units, not ${count}.`,
    {
      vi: 'Đặt tên có dấu cách trong ngoặc kép: --between "Bắc Kạn" "Cao Bằng".',
      en: 'Quote names with blanks: --between "Bắc Kạn" "Cao Bằng".',
    },
  );
}

function missing(session: Session, code: string, name: string): Issue {
  return issue(
    'neighbour-missing',
    [code],
    `${name} (${code}) giáp ranh nhưng chưa có dữ liệu ranh giới trong hồ sơ ${session.sources.profile.id}.`,
    `${name} (${code}) is a neighbour without boundary data in the profile ${session.sources.profile.id}.`,
  );
}

/**
 * The pairs a command is about: the two units named, or the profile's unit with each neighbour that is drawn. The
 * neighbours that are not are told in the notes.
 */
export function pairsOf(session: Session, options: PairOptions): Result<readonly UnitPair[]> {
  const [first, second, ...more] = options.between ?? [];
  if (first !== undefined) {
    if (second === undefined || more.length > 0) return err(notTwo((options.between ?? []).length));
    const found = findPair(session, [first, second], options.level);
    if (!found.ok) return found;
    const pair = drawnPair(session, found.value);
    return pair.ok ? ok([pair.value]) : pair;
  }
  const { vintage, registry } = session;
  const subject = registry.get(vintage.subject, vintage.id);
  if (subject === undefined) throw new Error(`the profile's unit ${vintage.subject} is in no list`);
  const pairs: UnitPair[] = [];
  const notes: Issue[] = [];
  for (const { code, name, geometry } of vintage.neighbours) {
    const neighbour = registry.get(code, vintage.id);
    if (geometry === 'missing' || neighbour === undefined) {
      notes.push(missing(session, code, name));
      continue;
    }
    const pair = drawnPair(session, [subject, neighbour]);
    if (pair.ok) pairs.push(pair.value);
    else notes.push(...pair.issues);
  }
  return ok(pairs, notes);
}
