import { DRAWN_ERROR_m } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { type Computer, createComputer } from '../compute/computer.js';
import { today } from '../state/vintage.js';
import type { Draft } from './draft.js';
import { sidesOf, unitCodeOf } from './place-sides.js';

let computer: Computer | undefined;

/**
 * A draft that was written where the ground could not be had: its unit and sides are worked out before it is sent.
 * What people said of them stays; where it cannot be worked out now either, the draft goes as it is.
 */
export async function withPlace(viewer: Viewer, draft: Draft): Promise<Draft> {
  const { geometry, properties, register, op } = draft;
  const isKnown = typeof properties['unit_code'] === 'string';
  if (geometry === null || op === 'delete' || isKnown) return draft;
  computer ??= createComputer(viewer.profile);
  const asked = { geometry, asOf: today(), error_m: draft.error_m ?? DRAWN_ERROR_m };
  const answer = await computer.run('place', asked).answer;
  if (answer === null || !answer.ok) return draft;
  const { unit } = sidesOf(answer.value);
  const unit_code = unit === null ? null : unitCodeOf(unit);
  if (register !== 'incidents') return { ...draft, properties: { ...properties, unit_code } };
  const pair = properties['pair'] ?? answer.value.contact?.pair ?? null;
  const bank = properties['bank'] ?? answer.value.bank;
  return { ...draft, properties: { ...properties, unit_code, pair, bank } };
}
