import type { Geometry } from 'geojson';
import type { Lang } from '../messages/messages.js';
import type { Item } from '../server/features.js';
import type { Draft, Seen } from './draft.js';

export type Sent =
  /** The server has it. */
  | { readonly kind: 'kept'; readonly id: string | null }
  /** No answer, or the server is busy: once more, later. */
  | { readonly kind: 'later' }
  /** Signed out, or somebody else signed in. */
  | { readonly kind: 'session' }
  /** Somebody changed the record meanwhile; `null`: they removed it. */
  | { readonly kind: 'conflict'; readonly theirs: Seen | null }
  | { readonly kind: 'refused'; readonly faults: Draft['faults'] };

const PATIENCE_ms = 30_000;

interface Asked {
  readonly csrf: string;
  readonly lang: Lang;
}

function addressOf({ register, target }: Draft): string {
  const items = `/collections/${register}/items`;
  return target === null ? items : `${items}/${encodeURIComponent(target.id)}`;
}

/** The name a draft is known by in the record, so that one that arrived without an answer is not sent twice. */
export function withDraftName(draft: Draft): Readonly<Record<string, unknown>> {
  const details = draft.properties['details'];
  const own = typeof details === 'object' && details !== null ? details : {};
  return { ...draft.properties, details: { ...own, draft: draft.id } };
}

function bodyOf(draft: Draft): string {
  const { geometry, secrecy } = draft;
  return JSON.stringify({
    type: 'Feature',
    geometry,
    properties: draft.op === 'insert' ? withDraftName(draft) : draft.properties,
    ...(secrecy === null ? {} : { secrecy }),
  });
}

/** The record as it is stored now; `null` when it is gone, `undefined` without an answer. */
export async function readSeen(register: Draft['register'], id: string): Promise<Seen | null | undefined> {
  try {
    const response = await fetch(`/collections/${register}/items/${encodeURIComponent(id)}`, {
      headers: { accept: 'application/geo+json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_ms),
    });
    if (response.status === 404) return null;
    const etag = response.headers.get('etag');
    if (!response.ok || etag === null) return undefined;
    return { id, etag, item: (await response.json()) as Item };
  } catch {
    return undefined;
  }
}

/** The id of a record that this draft became when it was sent before; `undefined` without an answer. */
async function arrived({ register, id, properties: told }: Draft): Promise<string | null | undefined> {
  try {
    const unit = told['unit_code'];
    const query = new URLSearchParams({
      limit: '1000',
      ...(typeof unit === 'string' ? { unit_code: unit } : {}),
    });
    const response = await fetch(`/collections/${register}/items?${query}`, {
      headers: { accept: 'application/geo+json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_ms),
    });
    if (!response.ok) return undefined;
    const { features } = (await response.json()) as { features: readonly Item[] };
    const found = features.find(({ properties }) => {
      const details = properties['details'];
      return typeof details === 'object' && details !== null && Reflect.get(details, 'draft') === id;
    });
    return found === undefined ? null : String(found.id);
  } catch {
    return undefined;
  }
}

async function faultsOf(response: Response): Promise<Draft['faults']> {
  try {
    const told = (await response.json()) as {
      readonly detail: string;
      readonly issues?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
    };
    const issues = told.issues ?? [];
    if (issues.length === 0) return [{ field: '', text: told.detail }];
    return issues.map(({ path, message }) => {
      const [first, second] = path;
      return { field: String(first === 'properties' ? (second ?? '') : (first ?? '')), text: message };
    });
  } catch {
    return [{ field: '', text: `${response.status}` }];
  }
}

const METHODS = { insert: 'POST', replace: 'PATCH', delete: 'DELETE' } as const;

/** Sends what was written; the answer is what is to become of the draft. */
export async function sendDraft(draft: Draft, { csrf, lang }: Asked): Promise<Sent> {
  if (draft.tried && draft.op === 'insert') {
    const id = await arrived(draft);
    if (id === undefined) return { kind: 'later' };
    if (id !== null) return { kind: 'kept', id };
  }
  let response: Response;
  try {
    response = await fetch(addressOf(draft), {
      method: METHODS[draft.op],
      headers: {
        'x-csrf-token': csrf,
        'accept-language': lang,
        ...(draft.op === 'delete'
          ? {}
          : {
              'content-type': draft.op === 'insert' ? 'application/geo+json' : 'application/merge-patch+json',
            }),
        ...(draft.target === null ? {} : { 'if-match': draft.target.etag }),
      },
      ...(draft.op === 'delete' ? {} : { body: bodyOf(draft) }),
      signal: AbortSignal.timeout(PATIENCE_ms),
    });
  } catch {
    return { kind: 'later' };
  }
  if (response.ok) return { kind: 'kept', id: await newId(response, draft) };
  const faults = await faultsOf(response);
  switch (response.status) {
    case 401:
      return { kind: 'session' };
    case 412: {
      const theirs = draft.target === null ? null : await readSeen(draft.register, draft.target.id);
      return theirs === undefined ? { kind: 'later' } : { kind: 'conflict', theirs };
    }
    case 404:
      if (draft.op === 'delete') return { kind: 'kept', id: null };
      return draft.target === null ? { kind: 'refused', faults } : { kind: 'conflict', theirs: null };
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return { kind: 'later' };
    default:
      return { kind: 'refused', faults };
  }
}

async function newId(response: Response, { target }: Draft): Promise<string | null> {
  if (target !== null) return target.id;
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}

/** A drawn polygon closes where it began, counter-clockwise, as RFC 7946 has it. */
export function soundGeometry(geometry: Geometry): Geometry {
  if (geometry.type !== 'Polygon') return geometry;
  const [ring = []] = geometry.coordinates;
  const area = ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return area >= 0 ? geometry : { type: 'Polygon', coordinates: [ring.toReversed()] };
}
