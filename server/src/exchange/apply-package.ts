import {
  type ExchangeChange,
  type LayerFeature,
  type LayerId,
  ok,
  originMark,
  type Result,
  type SharedFeature,
} from '@giapranh/core';
import type { FeatureEdit } from '@giapranh/store';
import type { Reader } from '../access/reader.js';
import type { Comparison } from './compare-package.js';
import { type Taken, takenOf } from './taken.js';
import { citation, type ExchangeWorld } from './world.js';

/** Of what both sides changed, whose stays. */
export const CONFLICT_CHOICES = ['ours', 'theirs'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

export interface TakingIn {
  readonly reader: Reader;
  /** RFC 3339 instant. */
  readonly at: string;
  readonly conflicts: ConflictChoice;
}

const keyOf = ({ layer, id }: { layer: LayerId; id: string }): string => `${layer} ${id}`;

function isTaken({ state }: ExchangeChange, conflicts: ConflictChoice): boolean {
  return (
    state === 'new' ||
    state === 'changed' ||
    state === 'removed' ||
    (state === 'conflict' && conflicts === 'theirs')
  );
}

type ByKey<T> = ReadonlyMap<string, T>;

function byKey<T extends { readonly layer: LayerId; readonly id: string }>(features: readonly T[]): ByKey<T> {
  return new Map(features.map((feature) => [keyOf(feature), feature]));
}

function baseOf({ before }: Comparison): readonly SharedFeature[] {
  return before === undefined ? [] : takenOf(before).features;
}

interface LayerEdit {
  readonly layer: LayerId;
  readonly edit: FeatureEdit;
}

/** The edits that make our features say what theirs say; what was added here beside it stays. */
function editsOf(comparison: Comparison, conflicts: ConflictChoice): readonly LayerEdit[] {
  const { changes, pack } = comparison;
  const [incoming, current] = [byKey(comparison.incoming), byKey(comparison.current)];
  const base = byKey(baseOf(comparison));
  const source = originMark(pack.manifest.from.code, pack.sha256);
  return changes.flatMap((change): LayerEdit[] => {
    const { layer, id } = change;
    if (!isTaken(change, conflicts)) return [];
    const [theirs, ours] = [incoming.get(keyOf(change)), current.get(keyOf(change))];
    const expected = ours === undefined ? {} : { expected: ours.revision };
    if (theirs === undefined) {
      return ours === undefined ? [] : [{ layer, edit: { op: 'delete', id, ...expected } }];
    }
    const known = Object.keys(base.get(keyOf(change))?.properties ?? {});
    const emptied = Object.fromEntries(known.map((name) => [name, null]));
    const feature: LayerFeature = {
      ...theirs,
      properties: { ...(ours?.properties ?? {}), ...emptied, ...theirs.properties, source },
    };
    return [
      {
        layer,
        edit: ours === undefined ? { op: 'insert', feature } : { op: 'replace', feature, ...expected },
      },
    ];
  });
}

/** What the next package is compared with: a conflict that was left is one again. */
function baseAfter(comparison: Comparison, conflicts: ConflictChoice): SharedFeature[] {
  const { incoming, changes } = comparison;
  const base = new Map(byKey(baseOf(comparison)));
  const theirs = byKey(incoming);
  for (const change of changes) {
    if (change.state === 'conflict' && conflicts === 'ours') continue;
    const feature = theirs.get(keyOf(change));
    if (feature === undefined) base.delete(keyOf(change));
    else base.set(keyOf(change), feature);
  }
  return [...base.values()];
}

/** How many features are of each state. */
export function countsOf(changes: readonly ExchangeChange[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of changes) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/**
 * Takes a package in: features, what was taken, and the audit, in one transaction; whatever was changed here since the
 * comparison stops all of it. The value: how many features were written. Issues: those of the store's edits.
 */
export async function applyPackage(
  world: ExchangeWorld,
  comparison: Comparison,
  { reader, at, conflicts }: TakingIn,
): Promise<Result<number>> {
  const { pack, agreement, key, before, changes } = comparison;
  const { manifest, sha256, documents } = pack;
  const edits = editsOf(comparison, conflicts);
  const layers = [...new Set(edits.map(({ layer }) => layer))].map((layer) => ({
    layer,
    edits: edits.filter((one) => one.layer === layer).map(({ edit }) => edit),
  }));
  const parts = [reader.authority, citation(world, agreement), `package ${sha256}`];
  const author = { who: reader.id, at, authority: parts.filter((part) => part !== undefined).join('; ') };
  const { from, pair, vintage, as_of, made_at } = manifest;
  const taken: Taken = {
    from: { code: from.code, name: from.name },
    ...{ pair, vintage, package: sha256, as_of, made_at, received_at: at, by: reader.id },
    ...{ agreement: agreement.document, documents, features: baseAfter(comparison, conflicts) },
  };
  const last = before === undefined ? null : takenOf(before).package;
  const done = await world.store.applyBatch(
    {
      layers,
      records: [{ kind: 'exchange', key, body: { ...taken }, guard: { expected: before?.revision ?? null } }],
      facts: [
        {
          ...{ ...author, action: 'exchange-import', subject: 'exchange', id: sha256 },
          before: last === null ? null : JSON.stringify({ package: last }),
          after: JSON.stringify({
            from,
            pair,
            vintage,
            as_of,
            made_at,
            conflicts,
            counts: countsOf(changes),
          }),
        },
      ],
    },
    { author },
  );
  return done.ok ? ok(edits.length) : done;
}
