import { type IsoDate, type Issue, issue, ok, okUnless, parseIsoDate, type Result } from '@giapranh/core';
import type { Request } from 'express';

/** Understood everywhere: the language and the format (`f`). */
const EVERYWHERE = ['lang', 'f'];

function unknownParameter(name: string, known: readonly string[]): Issue {
  return issue(
    'server-parameter-unknown',
    ['query', name],
    `Không có tham số "${name}".`,
    `There is no parameter "${name}".`,
    { vi: `Các tham số có: ${known.join(', ')}`, en: `Parameters: ${known.join(', ')}` },
  );
}

function repeatedParameter(name: string): Issue {
  return issue(
    'server-parameter-repeated',
    ['query', name],
    `Tham số "${name}" chỉ được ghi một lần.`,
    `The parameter "${name}" may be given once only.`,
  );
}

/**
 * The query string as one text a name. Issues: `server-parameter-unknown` (a misspelt filter must not pass for
 * "all"), `server-parameter-repeated`, `server-format`.
 */
export function readParameters(
  request: Request,
  known: readonly string[],
  formats: readonly string[] = ['json', 'html'],
): Result<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const faults: Issue[] = [];
  for (const [name, value] of Object.entries(request.query)) {
    if (!known.includes(name) && !EVERYWHERE.includes(name)) faults.push(unknownParameter(name, known));
    else if (typeof value !== 'string') faults.push(repeatedParameter(name));
    else values.set(name, value);
  }
  const format = values.get('f');
  if (format !== undefined && !formats.includes(format)) {
    faults.push(
      issue(
        'server-format',
        ['query', 'f'],
        `Không có dạng "${format}" ở địa chỉ này; có: ${formats.join(', ')}.`,
        `There is no format "${format}" at this address; there is: ${formats.join(', ')}.`,
      ),
    );
  }
  return okUnless(faults, values);
}

/** `2025-07-01`, or an RFC 3339 instant, which is taken to Vietnam's calendar day. */
export function readDay(text: string, name: string): Result<IsoDate> {
  const day = parseIsoDate(text);
  if (day !== undefined) return ok(day);
  return okUnless(
    [
      issue(
        'server-day',
        ['query', name],
        `"${name}" phải là một ngày có thật, dạng YYYY-MM-DD.`,
        `"${name}" must be a real day, YYYY-MM-DD.`,
      ),
    ],
    text as IsoDate,
  );
}

/** The day of an address that takes nothing else; `undefined` when it names none. */
export function readAsOf(request: Request): Result<IsoDate | undefined> {
  const parameters = readParameters(request, ['asOf']);
  if (!parameters.ok) return parameters;
  const text = parameters.value.get('asOf');
  return text === undefined ? ok(undefined) : readDay(text, 'asOf');
}

/** A whole number from `least` on; what is more than `most` becomes `most`. */
export function readCount(
  text: string | undefined,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): Result<number> {
  if (text === undefined) return ok(otherwise);
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return okUnless(
    count >= least
      ? []
      : [
          issue(
            'server-count',
            ['query', name],
            `"${name}" phải là số nguyên từ ${least} trở lên.`,
            `"${name}" must be a whole number, ${least} or more.`,
          ),
        ],
    Math.min(count, most),
  );
}
