import type { LayerId } from '@giapranh/core';
import type { FeatureStore, StoredFeature } from '@giapranh/store';

/** Asked for at a time: a database has few connections, and others wait for them too. */
const AT_ONCE = 4;

/** Features by their ids, in their order; `undefined` for those that are not there. */
export async function readRows(
  store: FeatureStore,
  layer: LayerId,
  ids: readonly string[],
): Promise<readonly (StoredFeature | undefined)[]> {
  const rows: (StoredFeature | undefined)[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    rows.push(...(await Promise.all(part.map((id) => store.get(layer, id)))));
  }
  return rows;
}
