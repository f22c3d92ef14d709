import type { Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { afterEach } from 'vitest';

/** An empty place for stores; what is opened there again finds what was kept. */
export interface StorePlace {
  open(profile?: string): Promise<Result<FeatureStore>>;
  /** For a process of its own to open the same place with. */
  readonly options: { readonly databaseUrl?: string; readonly dataDir: string };
}

/** One implementation, as the contract meets it. */
export interface StoreSubject {
  place(): Promise<StorePlace>;
}

/** Opens stores for the tests of one `describe` and closes them after each. */
export function opener(subject: StoreSubject) {
  const opened: FeatureStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  const at = async (place: StorePlace, profile?: string): Promise<FeatureStore> => {
    const result = await place.open(profile);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    opened.push(result.value);
    return result.value;
  };
  return { at, fresh: async () => at(await subject.place()) };
}
