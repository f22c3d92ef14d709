import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type LayerDefinition, REGISTERS, type Secrecy } from '@giapranh/core';
import type { Readable } from '@giapranh/store';
import type { Sight } from '../tiles/mark.js';
import { grantsOf, type Need, PUBLIC_GRANTS, type Role } from './role.js';

/** Who asks, and what they may be shown. Every route asks here before it looks anything up. */
export interface Reader {
  /** For logs and audit; `anonymous` for whoever did not sign in. */
  readonly id: string;
  /** The levels of secrecy they may read; none of them implies another. */
  readonly secrecy: readonly Secrecy[];
  /** What may stand in `unit_code` of features they may read and write, beyond what is public; `all` for every one. */
  readonly units: 'all' | readonly string[];
  /** Absent for whoever did not sign in. */
  readonly role?: Role;
  /** How they were let in, for the audit: the account, what it came by. */
  readonly authority?: string;
  /** Of a session in a browser: what requests that change something must carry. */
  readonly csrf?: string;
  /** Of a session: when its password was last given. */
  readonly confirmedAt?: string;
  /** Key of the token or session they came by. */
  readonly token?: string;
}

export const ANONYMOUS_READER: Reader = { id: 'anonymous', secrecy: ['public'], units: 'all' };

/** Whoever did not sign in, where even public layers are for those who did. */
export const NOBODY: Reader = { id: 'anonymous', secrecy: [], units: [] };

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

/** Whether the reader may do what an address is for. */
export function mayDo({ role, secrecy }: Reader, need: Need): boolean {
  if (role !== undefined) return grantsOf(role).includes(need);
  return need === 'open' || (secrecy.length > 0 && PUBLIC_GRANTS.includes(need));
}

/**
 * Whether the layer exists for this reader. One without the right learns nothing of it: routes answer as they do for
 * a layer that is not there. Of a layer whose features name no unit, a reader limited to some sees what is public.
 */
export function mayRead(reader: Reader, { id, secrecy }: Pick<LayerDefinition, 'id' | 'secrecy'>): boolean {
  if (!reader.secrecy.includes(secrecy)) return false;
  return secrecy === 'public' || reader.units === 'all' || REGISTERS.some((register) => register.id === id);
}

/** The same, of features: what the tiles' thread is told. */
export function sightOf({ secrecy, units }: Reader): Sight {
  return { secrecy, units: units === 'all' ? null : units };
}

/** The same, as a part of a question to the store. */
export function readableBy({ secrecy, units }: Reader): Readable {
  return units === 'all' ? { secrecy } : { secrecy, units };
}

/** Whoever reads everything: of every level, in every unit. */
export function readsAll({ secrecy, units }: Reader): boolean {
  return units === 'all' && secrecy.length === 3;
}

const keys = new WeakMap<Reader, string>();

/** The same text for readers who are shown the same, never for others: a part of every cache key. */
export function secrecyKey(reader: Reader): string {
  const known = keys.get(reader);
  if (known !== undefined) return known;
  const { secrecy, units } = reader;
  const levels = [...new Set(secrecy)].sort().join('+');
  const list = units === 'all' ? [] : [...new Set(units)].sort();
  const held = createHash('sha256').update(list.join('\n')).digest('base64url');
  const key = units === 'all' ? levels : `${levels}@${held}`;
  keys.set(reader, key);
  return key;
}
