import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { languageOf } from '../language.js';
import type { Metrics } from '../metrics.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import { Clients, clientAddress } from './clients.js';
import { Gate } from './gate.js';
import type { Limits } from './limits.js';

/** Work that takes its turn. What is in memory takes none; processes have a queue of their own. */
const GATES = ['queries', 'writes', 'tiles'] as const;
export type GateName = (typeof GATES)[number];

/** What walks through much of the store, or answers with much of it. */
const QUERIES: readonly string[] = [
  'GET /collections/:layer/items',
  'GET /collections/:layer/items/:id',
  'GET /reports/inspections',
  'GET /audit',
  'GET /users',
  'GET /tokens',
];

function gateOf(route: string): GateName | undefined {
  if (QUERIES.includes(route) || /exchange|export/.test(route)) return 'queries';
  if (/^GET .*(:y\.mvt|:col)$/.test(route)) return 'tiles';
  return route.startsWith('GET ') || route.endsWith('/execution') ? undefined : 'writes';
}

/** Nobody reads it; without one, each would be made anew, with its stack. */
const GONE = 'the client is gone';

/** A request while it is here. */
class Stay {
  #left: AbortController | undefined;
  #hasLeft = false;
  readonly #onEnd: (() => void)[] = [];
  #leaveGate: (() => void) | undefined;

  /** One listener for all: each answer has many already. */
  constructor(response: Response) {
    response.once('close', () => {
      this.#hasLeft = true;
      this.#left?.abort(GONE);
      this.leaveGate();
      for (const end of this.#onEnd) end();
    });
  }

  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Of the client; made when somebody has to wait. */
  readonly left = (): AbortSignal => {
    this.#left ??= new AbortController();
    if (this.#hasLeft) this.#left.abort(GONE);
    return this.#left.signal;
  };

  onEnd(end: () => void): void {
    if (this.hasLeft) end();
    else this.#onEnd.push(end);
  }

  entered(leave: () => void): void {
    if (this.hasLeft) leave();
    else this.#leaveGate = leave;
  }

  leaveGate(): void {
    this.#leaveGate?.();
    this.#leaveGate = undefined;
  }
}

const stays = new WeakMap<IncomingMessage, Stay>();

/** The work is done; what remains is sending: a slow reader holds up nobody. */
export function leaveGate(request: IncomingMessage): void {
  stays.get(request)?.leaveGate();
}

/** The limits of all requests: how much of one client, how much of one kind at once, how long. */
export class Limiter {
  readonly gates: Readonly<Record<GateName, Gate>>;
  readonly clients: Clients;
  readonly #limits: Limits;
  readonly #metrics: Metrics;
  readonly #isOperator: (request: IncomingMessage) => boolean;

  constructor(limits: Limits, metrics: Metrics, isOperator: (request: IncomingMessage) => boolean) {
    const gate = (name: GateName): Gate =>
      new Gate({
        atOnce: limits[`${name}_at_once`],
        waiting: limits[`${name}_waiting`],
        wait_ms: limits.wait_s * 1000,
      });
    this.gates = { queries: gate('queries'), writes: gate('writes'), tiles: gate('tiles') };
    this.clients = new Clients({ perMinute: limits.client_per_minute, atOnce: limits.client_at_once });
    this.#limits = limits;
    this.#metrics = metrics;
    this.#isOperator = isOperator;
  }

  /** Before anything is looked up, who it is included. The operator's own token is let through. */
  readonly client: RequestHandler = async (request, response, next) => {
    const stay = new Stay(response);
    stays.set(request, stay);
    this.#inTime(stay, request, response);
    if (this.#isOperator(request)) return next();
    const entered = await this.clients.enter(clientAddress(request.ip ?? ''));
    if (typeof entered === 'function') {
      stay.onEnd(entered);
      return stay.hasLeft ? undefined : next();
    }
    this.#metrics.countRefusal(entered.why);
    response.set('Retry-After', String(entered.retry_s));
    sendProblem(response, 429, [PROBLEMS.tooManyRequests], languageOf(request));
  };

  /** Just before the work itself, when the body is there. */
  turn(route: string): RequestHandler {
    const name = gateOf(route);
    return async (request, response, next) => {
      const stay = stays.get(request);
      if (name === undefined || stay === undefined) return next();
      const entered = await this.gates[name].enter(stay.left);
      if (entered.ok) {
        stay.entered(entered.value);
        return stay.hasLeft ? undefined : next();
      }
      if (stay.hasLeft || response.headersSent) return;
      this.#metrics.countRefusal(name);
      sendProblem(response, 503, entered.issues, languageOf(request));
    };
  }

  /** An answer that does not begin in time is 503; one that does not end in time is cut off. */
  #inTime(stay: Stay, request: Request, response: Response): void {
    const { answer_s, transfer_s } = this.#limits;
    const late = (): void => {
      if (response.headersSent) {
        timer = setTimeout(() => response.destroy(), transfer_s * 1000).unref();
        return;
      }
      this.#metrics.countRefusal('time');
      sendProblem(response, 503, [PROBLEMS.tooLong(answer_s)], languageOf(request));
    };
    let timer = setTimeout(late, answer_s * 1000).unref();
    stay.onEnd(() => clearTimeout(timer));
  }
}
