import { decodeWkb } from '@giapranh/core';
import type { StoredFeature } from '../feature-store.js';
import type { LayerTable } from '../layer-table.js';
import { storedFeature } from '../stored-feature.js';

/** A row of `featureColumns`. */
export function featureOf(table: LayerTable, [, geometry, ...columns]: readonly unknown[]): StoredFeature {
  if (!(geometry instanceof Uint8Array)) throw new RangeError('a feature without geometry');
  return storedFeature(table, decodeWkb(geometry), columns);
}
