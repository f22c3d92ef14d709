import type { IncomingMessage } from 'node:http';
import type { LayerDefinition, Secrecy } from '@giapranh/core';

/** Who asks, and what they may be shown. Every route asks here before it looks anything up. */
export interface Reader {
  /** For logs and audit; `anonymous` for whoever did not sign in. */
  readonly id: string;
  /** The levels of secrecy they may read; none of them implies another. */
  readonly secrecy: readonly Secrecy[];
  /** Codes of the units whose features they may read, beyond what is public; `all` for every one. */
  readonly units: 'all' | readonly string[];
}

export const ANONYMOUS_READER: Reader = { id: 'anonymous', secrecy: ['public'], units: 'all' };

/** Whoever was told apart when the request came in; forgotten with the request. */
const readers = new WeakMap<IncomingMessage, Reader>();

/** Says who sent a request, before any route sees it. */
export function letIn(request: IncomingMessage, reader: Reader): void {
  readers.set(request, reader);
}

/** The sender of a request of node:http or Express; anonymous unless `letIn` said otherwise. */
export function readerOf(request: IncomingMessage): Reader {
  return readers.get(request) ?? ANONYMOUS_READER;
}

/**
 * Whether the layer exists for this reader. One without the right learns nothing of it: routes answer as they do for
 * a layer that is not there. A reader limited to some units sees none of a layer that is not public until its
 * features can be told apart by unit.
 */
export function mayRead(reader: Reader, { secrecy }: Pick<LayerDefinition, 'secrecy'>): boolean {
  return reader.secrecy.includes(secrecy) && (secrecy === 'public' || reader.units === 'all');
}

/** The same text for readers who are shown the same, never for others: a part of every cache key. */
export function secrecyKey({ secrecy, units }: Reader): string {
  const levels = [...new Set(secrecy)].sort().join('+');
  return units === 'all' ? levels : `${levels}@${[...new Set(units)].sort().join('+')}`;
}
