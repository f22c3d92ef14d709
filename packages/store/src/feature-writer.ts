import { createHash } from 'node:crypto';
import type { TextPage } from './feature-store.js';

/** A feature as `toGeoJson` has it, in JSON text: the same values, blanks and the writing of numbers aside. */
export interface FeatureText {
  readonly id: string;
  /** Of this feature alone, and of this revision. */
  readonly state: string;
  /** ASCII alone, and by far the longest part of a polygon. */
  readonly geometry: string;
  readonly properties: string;
}

/** Texts are joined up to this: bytes of many features are written at once, of a page of large polygons never all. */
const PIECE_characters = 32_768;
/** A longer geometry stays by itself: joined to other letters it would take twice the memory. */
const LONG_characters = 4_096;

/** A page as UTF-8, written feature by feature. */
export class FeatureWriter {
  readonly #pieces: Uint8Array[] = [];
  #text = '';
  #states = '';
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add({ id, state, geometry, properties }: FeatureText): void {
    const between = this.#count === 0 ? '' : ',\n';
    this.#text += `${between}{"type":"Feature","id":${JSON.stringify(id)},"geometry":`;
    if (geometry.length < LONG_characters) this.#text += geometry;
    else {
      this.#flush();
      this.#pieces.push(Buffer.from(geometry, 'latin1'));
    }
    this.#text += `,"properties":${properties}}`;
    if (this.#text.length >= PIECE_characters) this.#flush();
    this.#states += state;
    this.#states += '\n';
    this.#count += 1;
  }

  end(): Pick<TextPage, 'text' | 'numberReturned' | 'state'> {
    this.#flush();
    const state = createHash('sha256').update(this.#states).digest('base64url');
    return { text: this.#pieces, numberReturned: this.#count, state };
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#pieces.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
