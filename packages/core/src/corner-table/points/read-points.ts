import type { Block, PointItem } from '../layout/layout.js';
import { readAngles } from './angles.js';
import { readMetres } from './metres.js';
import type { ReadPoints } from './writing.js';

/** The points of one block: its columns share their habits of writing. */
export function readPoints(items: readonly PointItem[], block: Block): ReadPoints {
  return block.columns.pairs[0]?.kind === 'angle' ? readAngles(items) : readMetres(items);
}
