import type { LayerId } from '@giapranh/core';
import type { Change, TextPage, TextQuery } from '@giapranh/store';

/** Questions whose counts are remembered for one layer. */
const MOST = 200;

interface Counted {
  /** Grows with every change of the layer. */
  generation: number;
  readonly counts: Map<string, number>;
}

/**
 * How many features match a question, remembered from its first page until the layer changes: who pages through a
 * million features has them counted once, not a thousand times.
 */
export class MatchCounts {
  readonly #layers = new Map<LayerId, Counted>();

  /** To be told every change, after its commit. */
  forget({ layer }: Pick<Change, 'layer'>): void {
    const counted = this.#of(layer);
    counted.generation += 1;
    counted.counts.clear();
  }

  /** The page of a question, counted when it is a first page or nobody counted since the last change. */
  async page(
    ask: (query: TextQuery) => Promise<TextPage>,
    query: Omit<TextQuery, 'count'>,
  ): Promise<TextPage & { readonly numberMatched: number }> {
    const { limit, offset, after, ...question } = query;
    const key = JSON.stringify(question);
    const counted = this.#of(query.layer);
    const known = after === undefined ? undefined : counted.counts.get(key);
    const { generation } = counted;
    const page = await ask({ ...query, count: known === undefined });
    const numberMatched = known ?? page.numberMatched ?? 0;
    // What was counted while somebody wrote may be the count before it.
    if (known === undefined && counted.generation === generation) {
      if (counted.counts.size >= MOST) counted.counts.clear();
      counted.counts.set(key, numberMatched);
    }
    return { ...page, numberMatched };
  }

  #of(layer: LayerId): Counted {
    const found = this.#layers.get(layer) ?? { generation: 0, counts: new Map() };
    this.#layers.set(layer, found);
    return found;
  }
}
