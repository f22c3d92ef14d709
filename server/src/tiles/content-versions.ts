import { type Reader, secrecyKey, sightOf } from '../access/reader.js';
import type { RevisionSeal } from '../access/revision-seal.js';
import { isShown, markKey } from './mark.js';
import type { LayerChange, MarkState } from './worker-messages.js';

/** What the content is called in versioned addresses: to each reader by what shows to them, and by nothing else. */
export class ContentVersions {
  readonly #seal: RevisionSeal;
  readonly #content: string;
  readonly #states = new Map<string, MarkState>();
  /** Of what is not known by its marks. */
  #unmarked: string;
  /** By the readers' keys; asked for with every tile. */
  readonly #known = new Map<string, string>();

  constructor(seal: RevisionSeal, content: string, marks: readonly MarkState[], unmarked: string) {
    this.#seal = seal;
    this.#content = content;
    this.#unmarked = unmarked;
    for (const state of marks) this.#states.set(markKey(state.mark), state);
  }

  of(reader: Reader): string {
    const key = secrecyKey(reader);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const sight = sightOf(reader);
    const shown = [...this.#states.values()].filter(({ mark }) => isShown(mark, sight));
    const states = shown.map(({ mark, state }) => `${markKey(mark)} ${state}`).sort();
    const version = `${this.#content}.${this.#seal.of('tiles', [this.#unmarked, ...states].join('\n'))}`;
    this.#known.set(key, version);
    return version;
  }

  change(layers: readonly Pick<LayerChange, 'marks'>[], revision: number): void {
    this.#known.clear();
    const state = String(revision);
    for (const { marks } of layers) {
      if (marks === null) this.#unmarked = state;
      for (const mark of marks ?? []) this.#states.set(markKey(mark), { mark, state });
    }
  }
}
