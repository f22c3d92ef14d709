import { createHash } from 'node:crypto';

/** A feature as `toGeoJson` has it, in JSON text: the same values, blanks and the writing of numbers aside. */
export interface FeatureText {
  readonly id: string;
  readonly revision: unknown;
  /** ASCII alone, and by far the longest part of a polygon. */
  readonly geometry: string;
  readonly properties: string;
}

/** Longer features are a piece by themselves. */
const PIECE_bytes = 262_144;
/** Of a UTF-16 unit in UTF-8. */
const MOST_bytes = 3;

function mostBytes({ geometry }: FeatureText, head: string, tail: string): number {
  return geometry.length + MOST_bytes * (head.length + tail.length);
}

/** The features as UTF-8, one a line, with commas between; never all of a page of large polygons at once. */
export function* writtenFeatures(features: readonly FeatureText[]): Generator<Uint8Array> {
  let [piece, size] = [Buffer.alloc(0), 0];
  for (const [at, feature] of features.entries()) {
    const head = `${at === 0 ? '' : ',\n'}{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":`;
    const tail = `,"properties":${feature.properties}}`;
    const most = mostBytes(feature, head, tail);
    if (size + most > piece.length) {
      if (size > 0) yield piece.subarray(0, size);
      const left = most * (features.length - at);
      [piece, size] = [Buffer.allocUnsafeSlow(Math.max(most, Math.min(PIECE_bytes, left))), 0];
    }
    size += piece.write(head, size);
    size += piece.write(feature.geometry, size, 'latin1');
    size += piece.write(tail, size);
  }
  if (size > 0) yield piece.subarray(0, size);
}

/** Of another page, or of one with another state of a feature, another text. */
export function stateOf(features: readonly FeatureText[]): string {
  const states = features.map(({ id, revision }) => `${id}\t${revision}`).join('\n');
  return createHash('sha256').update(states).digest('base64url').slice(0, 22);
}
