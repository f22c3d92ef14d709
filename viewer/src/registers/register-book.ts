import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { fetchItems } from '../server/features.js';
import { type Draft, KEPT_REGISTERS, type RegisterId, type Seen } from './draft.js';
import {
  allDrafts,
  forgetPerson,
  type KnownPerson,
  keepBook,
  keepPerson,
  keptBook,
  knownPerson,
  putDraft,
  removeDraft,
} from './draft-store.js';
import { withPlace } from './fill-place.js';
import { fetchRegisterSchemas, type RegisterSchema } from './register-schema.js';
import { sendDraft } from './send-draft.js';

/** The list is for people: beyond this many the server's own pages serve better. */
const MOST_RECORDS = 2000;
const AGAIN_ms = 15_000;

export interface RegisterBook {
  /** Whom drafts are kept for: signed in now, or last, where there is no network. */
  readonly person: () => KnownPerson | undefined;
  readonly schema: (register: RegisterId) => RegisterSchema | undefined;
  readonly items: (register: RegisterId) => readonly Item[];
  /** When the records shown were read, where the server does not answer now. */
  readonly keptAt: (register: RegisterId) => string | undefined;
  readonly state: () => 'loading' | 'ready' | 'failed';
  /** Those of the person, newest first. */
  readonly drafts: () => readonly Draft[];
  /** Drafts of others on this machine: how many, not what. */
  readonly othersDrafts: () => number;
  /** On the disk when it resolves. */
  readonly save: (draft: Draft) => Promise<void>;
  /** The same while it is being written: nobody else is told. */
  readonly keep: (draft: Draft) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
  /** Sends all that is queued, one after another. */
  readonly send: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Something was taken by the server. */
  readonly onsent: (listener: (draft: Draft, id: string | null) => void) => void;
  readonly subscribe: (listener: () => void) => void;
}

let made: RegisterBook | undefined;

/** The page's one: lists, drafts and what is being sent. */
export function registerBook(viewer: Viewer): RegisterBook {
  made ??= createBook(viewer);
  return made;
}

function createBook(viewer: Viewer): RegisterBook {
  const listeners: (() => void)[] = [];
  const sentListeners: ((draft: Draft, id: string | null) => void)[] = [];
  const books = new Map<RegisterId, { readonly items: readonly Item[]; readonly keptAt?: string }>();
  let person: KnownPerson | undefined;
  let drafts: readonly Draft[] = [];
  let state: 'loading' | 'ready' | 'failed' = 'loading';
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const readDrafts = async () => {
    drafts = await allDrafts();
  };
  const own = () => drafts.filter(({ owner }) => owner === person?.name);

  const readBook = async (register: RegisterId): Promise<boolean> => {
    const answer = await fetchItems(register, viewer.asOf(), MOST_RECORDS);
    if (answer.ok) {
      books.set(register, { items: answer.value.features });
      await keepBook(register, { items: answer.value.features, at: new Date().toISOString() });
      return true;
    }
    const kept = await keptBook(register);
    if (kept !== undefined) books.set(register, { items: kept.items, keptAt: kept.at });
    return kept !== undefined;
  };
  const readPerson = async () => {
    const user = viewer.session.user();
    if (user === null) {
      person = undefined;
      books.clear();
      await forgetPerson();
      return;
    }
    if (user === undefined) {
      person = await knownPerson();
      return;
    }
    const known = await knownPerson();
    if (known !== undefined && known.name !== user.name) {
      books.clear();
      await forgetPerson();
    }
    const registers = (await fetchRegisterSchemas()) ?? (known?.name === user.name ? known.registers : []);
    person = { name: user.name, role: user.role, secrecy: user.secrecy, registers };
    await keepPerson(person);
  };
  const reload = async () => {
    state = 'loading';
    tell();
    await readPerson();
    await readDrafts();
    const readable = KEPT_REGISTERS.filter((id) => person?.registers.some((one) => one.id === id) ?? false);
    const read = await Promise.all(readable.map(readBook));
    state = read.every(Boolean) ? 'ready' : 'failed';
    tell();
  };

  const put = async (draft: Draft) => {
    await putDraft(draft);
    await readDrafts();
    tell();
  };
  const settle = async (queued: Draft, csrf: string): Promise<boolean> => {
    await put({ ...queued, state: 'sending' });
    const draft = await withPlace(viewer, queued);
    await put({ ...draft, state: 'sending', tried: true });
    const sent = await sendDraft(draft, { csrf, lang: viewer.lang() });
    const back = { ...draft, tried: true, savedAt: new Date().toISOString() };
    switch (sent.kind) {
      case 'kept':
        await removeDraft(draft.id);
        await readDrafts();
        await readBook(draft.register);
        tell();
        for (const listener of sentListeners) listener(draft, sent.id);
        return true;
      case 'later':
        await put({ ...back, state: 'queued' });
        return false;
      case 'session':
        await put({ ...back, state: 'queued' });
        await viewer.session.read();
        return false;
      case 'conflict':
        await put({ ...back, state: 'conflict', theirs: sent.theirs });
        return true;
      case 'refused':
        await put({ ...back, state: 'refused', faults: sent.faults });
        return true;
    }
  };
  const sendAll = async () => {
    await readDrafts();
    // What was on its way when the page was closed is sent again.
    const isWaiting = ({ state: now }: Draft) => now === 'queued' || now === 'sending';
    for (const draft of own().filter(isWaiting).toReversed()) {
      const user = viewer.session.user();
      if (user === null || user === undefined || user.name !== draft.owner) break;
      if (!(await settle(draft, user.csrf))) break;
    }
    clearTimeout(timer);
    if (own().some(isWaiting)) timer = setTimeout(() => void again(), AGAIN_ms);
  };
  const send = () => {
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  /** The network may be back, or the session: the server is asked before anything is sent. */
  const again = async () => {
    if (viewer.session.user() === undefined) await viewer.session.read();
    await send();
  };
  addEventListener('online', () => void again().then(reload));
  viewer.session.subscribe(() => void reload().then(send));
  void reload().then(send);

  return {
    person: () => person,
    schema: (register) => person?.registers.find(({ id }) => id === register),
    items: (register) => books.get(register)?.items ?? [],
    keptAt: (register) => books.get(register)?.keptAt,
    state: () => state,
    drafts: own,
    othersDrafts: () => drafts.length - own().length,
    save: put,
    keep: putDraft,
    discard: async (id) => {
      await removeDraft(id);
      await readDrafts();
      tell();
    },
    send,
    reload,
    onsent: (listener) => {
      sentListeners.push(listener);
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

/** A record of a list as something to change: what is stored now, with its revision. */
export function newDraft(register: RegisterId, owner: string, target: Seen | null): Draft {
  return {
    id: draftName(),
    register,
    op: target === null ? 'insert' : 'replace',
    owner,
    geometry: target?.item.geometry ?? null,
    error_m: null,
    properties: target === null ? {} : editable(target.item.properties),
    secrecy: null,
    target,
    state: 'open',
    tried: false,
    faults: [],
    theirs: null,
    savedAt: new Date().toISOString(),
  };
}

/** `crypto.randomUUID` is for HTTPS alone, and intranets have plain HTTP. */
function draftName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Days of validity are not on the form. */
function editable(properties: Item['properties']): Draft['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => name !== 'valid_from' && name !== 'valid_to'),
  );
}
