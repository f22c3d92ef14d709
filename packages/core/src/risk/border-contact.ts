import type { Position } from 'geojson';
import { successors } from '../admin/succession.js';
import { type UnitRef, unitRef } from '../admin/unit.js';
import type { ProfileDocument } from '../documents/document.js';
import { type DocumentStatus, documentStanding } from '../documents/standing.js';
import { ok, type Result } from '../result.js';
import type { IsoDate } from '../units.js';
import { bodiesFor, facingUnit } from './bodies.js';
import type { ResponsibleBody } from './flag.js';
import { nearestLine } from './nearest-line.js';
import type { RiskContext } from './risk-context.js';

/** Whom to call about a place near a border, and on what ground. */
export interface BorderContact {
  /** `06-04`: the subject first. */
  readonly pair: string;
  readonly distance_m: number;
  /** The place of the border that is nearest. */
  readonly facing_at: Position;
  /** The commune, or district where none are drawn, of each side at that place. */
  readonly own: UnitRef | null;
  readonly other: UnitRef | null;
  readonly own_bodies: readonly ResponsibleBody[];
  readonly other_bodies: readonly ResponsibleBody[];
  /** Documents between the two provinces of the pair, as they stand on the day. */
  readonly regulations: readonly (Pick<ProfileDocument, 'id' | 'number' | 'title'> & {
    readonly status: DocumentStatus;
  })[];
}

/**
 * The border nearest to a place on a day, with the units that face each other there, the bodies of both sides as
 * roles, and the agreements of the pair. `null` where the profile draws no border. Issues: those of the ground.
 */
export function borderContact(
  context: RiskContext,
  place: Position,
  asOf: IsoDate,
): Result<BorderContact | null> {
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  const nearest = nearestLine(ground.value, { type: 'Point', coordinates: place });
  if (nearest === null || nearest.facing === null) return ok(null);
  const { line, facing } = nearest;
  const { profile } = context;
  const [own, other] = [line.subject, line.neighbour].map(({ code }) =>
    facingUnit(ground.value, code, facing),
  );
  const bodies = (side: 'own' | 'neighbour', unit: typeof own, province: typeof line.subject) =>
    bodiesFor(profile, ground.value, side, unit === undefined ? [] : [unit], province);
  const pair = [line.subject.code, line.neighbour.code];
  return ok({
    pair: line.pair,
    distance_m: nearest.distance_m,
    facing_at: facing,
    own: own === undefined ? null : unitRef(own),
    other: other === undefined ? null : unitRef(other),
    own_bodies: bodies('own', own, line.subject),
    other_bodies: bodies('neighbour', other, line.neighbour),
    regulations: profile.documents
      .filter(
        ({ parties = [] }) => parties.length > 0 && betweenPair(context, parties, pair, vintage.value.id),
      )
      .map((document) => ({
        id: document.id,
        number: document.number,
        title: document.title,
        status: documentStanding(profile.documents, document, asOf).status,
      })),
  });
}

/** Whether the parties of an agreement are, or became, the two provinces of a pair. */
function betweenPair(
  { registry }: RiskContext,
  parties: NonNullable<ProfileDocument['parties']>,
  pair: readonly string[],
  vintage: string,
): boolean {
  const today = parties.flatMap(({ code, vintage: then }) => {
    const unit = registry.get(code, then);
    if (unit === undefined || then === vintage) return [code];
    const heirs = successors(registry, unit).filter(({ unit: heir }) => heir.vintage === vintage);
    return heirs.length === 0 ? [code] : heirs.map(({ unit: heir }) => heir.code);
  });
  return pair.every((code) => today.includes(code));
}
