import { Buffer } from 'node:buffer';
import { ROUTES, type RouteName } from '../../../server/src/access/routes.js';
import { PARTS, VALID } from './valid-requests.js';
import { HEADERS, METHODS, NASTY, VALUES, WORDS } from './wrong-parts.js';

/** A request as it goes out: nothing of it is put right on the way. */
export interface Sent {
  readonly route: string;
  readonly method: string;
  /** With its query, as written. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

type Random = () => number;
type Json = unknown;

export class Mutator {
  readonly #random: Random;
  readonly #routes = Object.keys(ROUTES) as RouteName[];

  constructor(random: Random) {
    this.#random = random;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #one<T>(list: readonly T[]): T {
    const found = list[this.#below(list.length)];
    if (found === undefined && list.length === 0) throw new Error('nothing to choose from');
    return found as T;
  }

  #chance(part: number): boolean {
    return this.#random() < part;
  }

  /** The next request: a valid one of the route whose turn it is, with one to four things wrong. */
  next(turn: number): Sent {
    const route = this.#routes[turn % this.#routes.length] ?? 'GET /';
    let sent = this.#valid(route);
    for (let left = 1 + this.#below(4); left > 0; left -= 1) sent = this.#worse(sent);
    return sent;
  }

  #valid(route: RouteName): Sent {
    const [method = 'GET', pattern = '/'] = route.split(' ');
    const path = pattern.replace(/:([a-z]+)/g, (_, name: string) => this.#one(PARTS[name] ?? ['x']));
    const known = VALID[route] ?? {};
    const query = known.query !== undefined && this.#chance(0.8) ? `?${this.#one(known.query)}` : '';
    const json = this.#one(known.bodies ?? [{}]);
    const hasBody = method !== 'GET' && method !== 'DELETE';
    return {
      route,
      method,
      path: path + query,
      headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...known.headers },
      ...(hasBody ? { body: Buffer.from(JSON.stringify(json)) } : {}),
    };
  }

  #worse(sent: Sent): Sent {
    const kind = this.#below(sent.body === undefined ? 6 : 9);
    if (kind === 0) return { ...sent, path: this.#worsePath(sent.path) };
    if (kind === 1 || kind === 2) return { ...sent, path: this.#worseQuery(sent.path) };
    if (kind === 3 || kind === 4) {
      const [name, values] = this.#one(HEADERS);
      return { ...sent, headers: { ...sent.headers, [name]: this.#one(values) } };
    }
    if (kind === 5) {
      if (this.#chance(0.3)) return { ...sent, method: this.#one(METHODS) };
      return { ...sent, path: withQuery(sent.path, 'filter', this.#soup()) };
    }
    if (kind === 6) return { ...sent, body: this.#flipped(sent.body ?? Buffer.alloc(0)) };
    return { ...sent, body: this.#worseJson(sent.body ?? Buffer.alloc(0)) };
  }

  #worsePath(path: string): string {
    const [before = '', query] = path.split('?');
    const parts = before.split('/');
    const at = 1 + this.#below(Math.max(1, parts.length - 1));
    if (this.#chance(0.1)) parts.splice(at, 0, this.#one(NASTY));
    else parts[at] = this.#chance(0.3) ? (parts[at] ?? '') + this.#one(NASTY) : this.#one(NASTY);
    return parts.join('/') + (query === undefined ? '' : `?${query}`);
  }

  #worseQuery(path: string): string {
    const [before = '', query = ''] = path.split('?');
    const pairs = query === '' ? [] : query.split('&');
    const names = ['bbox', 'bbox-crs', 'crs', 'datetime', 'asOf', 'filter', 'filter-lang', 'filter-crs', 'limit', 'offset', 'after', 'lang', 'f', 'v', 'name', 'id', 'token', 'from', 'constructor', '__proto__', 'x[y]']; // biome-ignore format: a list
    const nasty = this.#chance(0.5) ? this.#one(NASTY) : encodeURIComponent(this.#one(NASTY));
    if (pairs.length > 0 && this.#chance(0.5)) {
      const at = this.#below(pairs.length);
      const [name = ''] = (pairs[at] ?? '').split('=');
      pairs[at] = this.#chance(0.2) ? `${nasty}=1` : `${name}=${nasty}`;
    } else pairs.push(`${this.#one(names)}=${nasty}`);
    if (this.#chance(0.15)) pairs.push(this.#one(pairs));
    return `${before}?${pairs.join('&')}`;
  }

  /** Words of the filter language in any order. */
  #soup(): string {
    return Array.from({ length: 1 + this.#below(12) }, () => this.#one(WORDS)).join(' ');
  }

  #flipped(body: Buffer): Buffer {
    const bytes = Buffer.from(body);
    if (bytes.length === 0 || this.#chance(0.2))
      return Buffer.from(this.#one(['', '{', '[', 'null', '"', '\u0000', 'NaN', '{"a":1}}']));
    if (this.#chance(0.3)) return bytes.subarray(0, this.#below(bytes.length));
    for (let left = 1 + this.#below(4); left > 0; left -= 1)
      bytes[this.#below(bytes.length)] = this.#below(256);
    return bytes;
  }

  /** Another value, a member less or more, at any place of the body. */
  #worseJson(body: Buffer): Buffer {
    let root: Json;
    try {
      root = JSON.parse(body.toString('utf8'));
    } catch {
      return body;
    }
    if (this.#chance(0.02)) return Buffer.from(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const places: { holder: Record<string, Json>; key: string }[] = [];
    const walk = (value: Json): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push({ holder: value as Record<string, Json>, key });
        walk((value as Record<string, Json>)[key]);
      }
    };
    walk(root);
    if (places.length === 0 || this.#chance(0.05)) return Buffer.from(JSON.stringify(this.#one(VALUES)));
    const { holder, key } = this.#one(places);
    const how = this.#below(4);
    try {
      if (how === 0) delete holder[key];
      else if (how === 1) holder[this.#one(NASTY)] = this.#one(VALUES);
      else holder[key] = how === 2 ? this.#one(VALUES) : [holder[key], this.#one(VALUES)];
      return Buffer.from(JSON.stringify(root));
    } catch {
      // Too deep for this side to write, or no length of a list.
      return body;
    }
  }
}

function withQuery(path: string, name: string, value: string): string {
  // A lone surrogate has no UTF-8: it goes as what stands in for it.
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(Buffer.from(value).toString())}`;
}
