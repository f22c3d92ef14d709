import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IsoDate, isValidOn, neighbourOrder, type Profile } from '@giapranh/core';
import { readAsOf } from '../http/parameters.js';
import { type Ask, problem, type Reply } from '../http/reply.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';
import { MEDIA } from './links.js';

const NEIGHBOURS = 6;

/** The profile's province on a day; the nearest vintage where none covers it. */
function subjectOn({ vintages }: Profile, day: IsoDate): string {
  const inForce = vintages.find(({ valid_from, valid_to }) =>
    isValidOn({ from: valid_from, to: valid_to }, day),
  );
  return (inForce ?? (day < (vintages[0]?.valid_from ?? day) ? vintages[0] : vintages.at(-1)))?.subject ?? '';
}

/** The placeholders of the viewer's `style.template.json` and what they stand for here. */
export function fillStyle(template: string, profile: Profile, origin: string, asOf: IsoDate): string {
  const neighbours = neighbourOrder(profile);
  const values: [string, string][] = [
    ['{origin}', origin],
    ['{asOf}', asOf],
    ['{subject}', subjectOn(profile, asOf)],
    ...Array.from({ length: NEIGHBOURS }, (_, at): [string, string] => [
      `{neighbour${at}}`,
      neighbours[at] ?? `{neighbour${at}}`,
    ]),
  ];
  return values.reduce(
    (text, [placeholder, value]) => text.replaceAll(placeholder, JSON.stringify(value).slice(1, -1)),
    template,
  );
}

/** `GET /style.json`: the map's style as the viewer's build wrote it, for this address, day and language. */
export function style({ config, profile, today }: Services) {
  return async ({ request, language, origin }: Ask): Promise<Reply> => {
    const asOf = readAsOf(request);
    if (!asOf.ok) return problem(400, ...asOf.issues);
    const file = await readFile(join(config.viewerDir, 'style.template.json'), 'utf8').catch(() => undefined);
    if (file === undefined) return problem(404, PROBLEMS.viewerMissing);
    const templates: Readonly<Record<string, unknown>> = JSON.parse(file);
    const text = fillStyle(JSON.stringify(templates[language]), profile, origin, asOf.value ?? today());
    return { kind: 'stream', chunks: [text], type: MEDIA.json };
  };
}
