import type { FlagLevel, LayerId } from '@giapranh/core';
import { FLAG_LEVELS } from '@giapranh/core';
import { countItems } from '../server/features.js';
import type { Viewer } from './viewer.js';

export interface Counts {
  readonly layers: Readonly<Partial<Record<LayerId, number>>>;
  readonly levels: Readonly<Partial<Record<FlagLevel, number>>>;
}

const COUNTED: readonly LayerId[] = [
  'mineral-sites',
  'border-zones',
  'watch-units',
  'provinces',
  'districts',
  'communes',
  'borders',
];

/** How much there is of everything on the day shown. A count that cannot be had is left out. */
export async function readCounts(viewer: Viewer): Promise<Counts> {
  const asOf = viewer.asOf();
  const [layers, levels] = await Promise.all([
    Promise.all(COUNTED.map(async (layer) => [layer, await countItems(layer, asOf)] as const)),
    Promise.all(
      FLAG_LEVELS.map(async (level) => [level, await countItems('mineral-sites', asOf, { level })] as const),
    ),
  ]);
  const had = <K extends string>(pairs: readonly (readonly [K, number | undefined])[]) =>
    Object.fromEntries(pairs.filter(([, count]) => count !== undefined)) as Partial<Record<K, number>>;
  return { layers: had(layers), levels: had(levels) };
}
