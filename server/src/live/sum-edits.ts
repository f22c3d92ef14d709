import type { LayerFeature, SumPatch } from '@giapranh/core';
import type { FeatureStore, StoredFeature } from '@giapranh/store';
import { readRows } from './read-rows.js';

/** Of a unit: its sums alone, without the ground. */
export interface KeptSums {
  readonly id: string;
  readonly revision: number;
  readonly properties: LayerFeature['properties'];
}

/** Units that are not public are not counted: what is, is public. */
export function keptSums({
  id,
  revision,
  properties,
  secrecy = 'public',
}: StoredFeature): KeptSums | undefined {
  return secrecy === 'public' ? { id, revision, properties } : undefined;
}

function saysTheSame({ properties }: KeptSums, patch: SumPatch): boolean {
  const text = (value: unknown) => JSON.stringify(value ?? null).normalize('NFC');
  return Object.entries(patch.properties).every(([name, value]) => text(properties[name]) === text(value));
}

/** The patches that would change something. */
export function staleSums(
  patches: readonly SumPatch[],
  kept: (id: string) => KeptSums | undefined,
): readonly SumPatch[] {
  return patches.filter((patch) => {
    const row = kept(patch.id);
    return row !== undefined && !saysTheSame(row, patch);
  });
}

/** The same, of one layer, as edits of what is stored; a feature that went meanwhile is left out. */
export async function sumEdits(store: FeatureStore, patches: readonly SumPatch[]) {
  const [first] = patches;
  if (first === undefined) return [];
  const stored = await readRows(
    store,
    first.layer,
    patches.map(({ id }) => id),
  );
  return patches.flatMap(({ properties }, at) => {
    const row = stored[at];
    if (row === undefined) return [];
    const feature = { ...row, properties: { ...row.properties, ...properties } };
    return [{ op: 'replace', feature, expected: row.revision } as const];
  });
}
