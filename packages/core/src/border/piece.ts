import type { Position } from 'geojson';
import { geodesicLength_m } from '../geodesy/length.js';

/** One part of a border. */
export interface BorderPiece {
  /** `island`: closed, around an island, an enclave or an exclave. */
  readonly kind: 'stretch' | 'island';
  readonly from: Position;
  readonly to: Position;
  /** On the ellipsoid. */
  readonly length_m: number;
}

export function pieceOf(line: readonly Position[]): BorderPiece {
  const [from = [], to = []] = [line[0], line[line.length - 1]];
  const closed = line.length > 3 && from[0] === to[0] && from[1] === to[1];
  return { kind: closed ? 'island' : 'stretch', from, to, length_m: geodesicLength_m(line) };
}
