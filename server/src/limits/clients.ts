import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_s = 60;

/** Why a client is turned away, and for how long. */
export interface TurnedAway {
  readonly why: 'per-minute' | 'at-once';
  readonly retry_s: number;
}

/** An address of IPv6 is one of as many as its holder likes: its network counts. */
export function clientAddress(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const middle = plain.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return `${[...left, ...middle, ...right].slice(0, 4).join(':')}::/64`;
}

/**
 * How much one client may ask: a number of requests a minute (`rate-limiter-flexible`, in memory, by a clock that never
 * jumps) and a number at once.
 */
export class Clients {
  readonly #rate: RateLimiterMemory | undefined;
  readonly #atOnce: number;
  readonly #inside = new Map<string, number>();

  constructor({ perMinute, atOnce }: { readonly perMinute: number; readonly atOnce: number }) {
    this.#rate =
      perMinute === 0 ? undefined : new RateLimiterMemory({ points: perMinute, duration: MINUTE_s });
    this.#atOnce = atOnce;
  }

  /** Clients that have a request under way. */
  get inside(): number {
    return this.#inside.size;
  }

  /** A function that gives the place back, or why there is none. */
  async enter(client: string): Promise<TurnedAway | (() => void)> {
    const known = this.#inside.get(client) ?? 0;
    if (known >= this.#atOnce) return { why: 'at-once', retry_s: 1 };
    this.#inside.set(client, known + 1);
    const leave = (): void => {
      const left = (this.#inside.get(client) ?? 1) - 1;
      if (left === 0) this.#inside.delete(client);
      else this.#inside.set(client, left);
    };
    try {
      await this.#rate?.consume(client);
      return leave;
    } catch (refused) {
      leave();
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { why: 'per-minute', retry_s: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    }
  }
}
