import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.js';

/** The log, the limits, compression, a stream and what Express adds: each listens for the end of an answer once. */
const MOST_LISTENERS = 20;
/** Files of the viewer and addresses that are not there. */
const OTHER = 'other';
/** The client left before the end of its answer. */
const LEFT = 499;

/** The address without what a setup link carries. */
function withoutSecrets(url: string): string {
  return url.replace(/([?&]token=)[^&]*/g, '$1…');
}

/** One line a request at level debug, errors at level error. No header is logged, so no secret is. */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.setMaxListeners(MOST_LISTENERS);
    metrics.inFlight += 1;
    response.once('close', () => {
      metrics.inFlight -= 1;
      const took_ms = performance.now() - start;
      const route = typeof response.locals['route'] === 'string' ? response.locals['route'] : OTHER;
      // Which problem it was: a status alone tells an operator nothing.
      const problem = typeof response.locals['problem'] === 'string' ? response.locals['problem'] : undefined;
      const status = response.writableFinished ? response.statusCode : LEFT;
      if (problem?.startsWith('store-') && response.statusCode >= 500) metrics.countStoreFault(problem);
      metrics.countRequest({ route, status, took_s: took_ms / 1000 });
      const level = response.statusCode >= 500 ? 'error' : 'debug';
      if (!log.isLevelEnabled(level)) return;
      const { method, originalUrl } = request;
      const err: unknown = response.locals['error'];
      log[level](
        {
          req: { method, url: withoutSecrets(originalUrl) },
          res: { statusCode: status },
          ...(problem === undefined ? {} : { problem }),
          ...(err === undefined ? {} : { err }),
          took_ms,
        },
        'request',
      );
    });
    next();
  };
}
