import type { LayerId, Secrecy } from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { Item } from '../server/features.js';

/** The registers that are kept on the map. */
export const KEPT_REGISTERS = [
  'incidents',
  'inspections',
  'levelling-permits',
] as const satisfies readonly LayerId[];
export type RegisterId = (typeof KEPT_REGISTERS)[number];

/** The server's word on a record that is being changed. */
export interface Seen {
  readonly id: string;
  readonly etag: string;
  readonly item: Item;
}

/**
 * `open`: being written. `queued`: to be sent as soon as network and session are there. `sending`. `refused`: the
 * server would not have it. `conflict`: somebody changed the record meanwhile.
 */
export type DraftState = 'open' | 'queued' | 'sending' | 'refused' | 'conflict';

/** What somebody wrote and the server does not have yet: kept in this browser until it has. */
export interface Draft {
  readonly id: string;
  readonly register: RegisterId;
  readonly op: 'insert' | 'replace' | 'delete';
  /** Who wrote it; only they see it again. */
  readonly owner: string;
  readonly geometry: Geometry | null;
  /** How far the place may be off, when a receiver told. */
  readonly error_m: number | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly secrecy: Secrecy | null;
  readonly target: Seen | null;
  readonly state: DraftState;
  /** Whether it was ever on its way: then it may have arrived although no answer came. */
  readonly tried: boolean;
  /** Why it was refused, by field where one was named; empty for the whole. */
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly theirs: Seen | null;
  /** RFC 3339. */
  readonly savedAt: string;
}
