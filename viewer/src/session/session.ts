import type { Secrecy } from '@giapranh/core';
import { bundle } from '../offline/bundle.js';

/** Who the server takes this browser for, as `GET /session` tells it. */
export interface SignedIn {
  readonly name: string;
  readonly role: 'viewer' | 'analyst' | 'editor' | 'admin';
  readonly secrecy: readonly Secrecy[];
  readonly units: 'all' | readonly string[];
  /** Sent back with every write. */
  readonly csrf: string;
}

export type SignInOutcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly wait_s: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed' };

export interface Session {
  /** `undefined` while nobody asked the server yet, or it did not answer; `null`: nobody signed in. */
  readonly user: () => SignedIn | null | undefined;
  readonly canRecord: () => boolean;
  readonly read: () => Promise<void>;
  readonly signIn: (name: string, password: string) => Promise<SignInOutcome>;
  /** `false` when the server could not be told: the session goes on. */
  readonly signOut: () => Promise<boolean>;
  /** A write was refused for want of a session: it ended, or somebody else signed in. */
  readonly subscribe: (listener: () => void) => void;
  /** Opens the dialog to sign in or out. */
  readonly open: () => void;
  readonly onOpen: (open: () => void) => void;
}

interface Told {
  readonly signed_in: boolean;
  readonly name?: string;
  readonly role?: SignedIn['role'];
  readonly secrecy?: SignedIn['secrecy'];
  readonly units?: SignedIn['units'];
  readonly csrf?: string;
}

const RECORDING: readonly SignedIn['role'][] = ['editor', 'admin'];
const PATIENCE_ms = 20_000;

function userOf({ signed_in, name, role, secrecy, units, csrf }: Told): SignedIn | null {
  if (!signed_in || name === undefined || role === undefined || csrf === undefined) return null;
  return { name, role, secrecy: secrecy ?? [], units: units ?? [], csrf };
}

export function createSession(): Session {
  const listeners: (() => void)[] = [];
  let user: SignedIn | null | undefined;
  let open = (): void => undefined;
  const set = (next: SignedIn | null | undefined) => {
    const changed = JSON.stringify(next) !== JSON.stringify(user);
    user = next;
    if (changed) for (const listener of listeners) listener();
  };
  const read = async () => {
    if (bundle() !== undefined) return set(null);
    try {
      const response = await fetch('/session', {
        signal: AbortSignal.timeout(PATIENCE_ms),
        cache: 'no-store',
      });
      if (response.ok) set(userOf((await response.json()) as Told));
    } catch {
      // Without an answer whoever was signed in stays so: the server decides when it is back.
    }
  };
  return {
    user: () => user,
    canRecord: () => user !== null && user !== undefined && RECORDING.includes(user.role),
    read,
    signIn: async (name, password) => {
      try {
        const response = await fetch('/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, password }),
          signal: AbortSignal.timeout(PATIENCE_ms),
        });
        if (response.status === 401 || response.status === 422) return { kind: 'wrong' };
        if (response.status === 429) {
          return { kind: 'locked', wait_s: Number(response.headers.get('retry-after') ?? 60) };
        }
        if (!response.ok) return { kind: 'failed' };
        await read();
        return user === null || user === undefined ? { kind: 'failed' } : { kind: 'in' };
      } catch {
        return { kind: 'offline' };
      }
    },
    signOut: async () => {
      try {
        const headers = { 'x-csrf-token': user?.csrf ?? '' };
        const response = await fetch('/session', { method: 'DELETE', headers });
        // A session that ended by itself is no longer there to be ended.
        if (!response.ok && response.status !== 401) return false;
        set(null);
        return true;
      } catch {
        return false;
      }
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
    open: () => open(),
    onOpen: (next) => {
      open = next;
    },
  };
}
