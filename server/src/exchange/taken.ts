import type { ProfileDocument, SharedFeature } from '@giapranh/core';
import type { FeatureStore, StoredRecord } from '@giapranh/store';

/** What was last taken in from a neighbour, as it came: what later packages are compared with. */
export interface Taken {
  readonly from: { readonly code: string; readonly name: string };
  readonly pair: string;
  readonly vintage: string;
  /** SHA-256 of the package. */
  readonly package: string;
  readonly as_of: string;
  readonly made_at: string;
  readonly received_at: string;
  readonly by: string;
  readonly agreement: string;
  readonly documents: readonly ProfileDocument[];
  /** Under our names for them. */
  readonly features: readonly SharedFeature[];
}

export function takenKey(vintage: string, pair: string): string {
  return `${vintage}:${pair}`;
}

/** Written by `applyPackage` alone. */
export function takenOf({ body }: StoredRecord): Taken {
  return body as unknown as Taken;
}

export async function listTaken(store: FeatureStore): Promise<readonly Taken[]> {
  return (await store.records.list('exchange', { limit: 1_000 })).map(takenOf);
}
