import type { Secrecy } from '@giapranh/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Item } from '../server/features.js';
import type { Draft, RegisterId } from './draft.js';
import type { RegisterSchema } from './register-schema.js';

/** Whom the last session was of: who may go on writing without a network. */
export interface KnownPerson {
  readonly name: string;
  readonly role: string;
  readonly secrecy: readonly Secrecy[];
  readonly registers: readonly RegisterSchema[];
}

/** The records of a register as they were last read. */
export interface KeptBook {
  readonly items: readonly Item[];
  readonly at: string;
}

interface Tables extends DBSchema {
  readonly drafts: { readonly key: string; readonly value: Draft };
  readonly books: { readonly key: string; readonly value: KeptBook };
  readonly person: { readonly key: string; readonly value: KnownPerson };
}

const NAME = 'giapranh-registers';
const PERSON = 'last';
/** Tells the page, before any of this is loaded, that something waits to be sent. */
const WAITING = 'giapranh-waiting';

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>(NAME, 1, {
    upgrade: (made) => {
      made.createObjectStore('drafts', { keyPath: 'id' });
      made.createObjectStore('books');
      made.createObjectStore('person');
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

async function tellWaiting(): Promise<void> {
  const count = await (await database()).count('drafts');
  try {
    if (count > 0) localStorage.setItem(WAITING, String(count));
    else localStorage.removeItem(WAITING);
  } catch {
    // Without local storage the drafts are found when the registers are opened.
  }
}

export async function allDrafts(): Promise<readonly Draft[]> {
  const drafts = await (await database()).getAll('drafts');
  return drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** Resolves once it is on the disk. */
export async function putDraft(draft: Draft): Promise<void> {
  await (await database()).put('drafts', draft);
  await tellWaiting();
}

export async function removeDraft(id: string): Promise<void> {
  await (await database()).delete('drafts', id);
  await tellWaiting();
}

export async function keepBook(register: RegisterId, book: KeptBook): Promise<void> {
  await (await database()).put('books', book, register);
}

export async function keptBook(register: RegisterId): Promise<KeptBook | undefined> {
  return (await database()).get('books', register);
}

export async function keepPerson(person: KnownPerson): Promise<void> {
  await (await database()).put('person', person, PERSON);
}

export async function knownPerson(): Promise<KnownPerson | undefined> {
  return (await database()).get('person', PERSON);
}

/** Whoever signs out leaves nothing to read; what they wrote and did not send stays for them. */
export async function forgetPerson(): Promise<void> {
  const all = await database();
  await Promise.all([all.clear('books'), all.clear('person')]);
}
