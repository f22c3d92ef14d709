import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
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
  const write = pinoHttp({
    logger: log,
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'error' : 'debug',
    // Which problem it was: a status alone tells an operator nothing.
    customProps: (_request, response) => {
      const problem = 'locals' in response ? (response as Response).locals['problem'] : undefined;
      return problem === undefined ? {} : { problem };
    },
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: withoutSecrets(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
  return (request, response, next) => {
    const start = performance.now();
    response.setMaxListeners(MOST_LISTENERS);
    metrics.inFlight += 1;
    response.once('close', () => {
      metrics.inFlight -= 1;
      const route = typeof response.locals['route'] === 'string' ? response.locals['route'] : OTHER;
      const took_s = (performance.now() - start) / 1000;
      const problem = String(response.locals['problem'] ?? '');
      if (problem.startsWith('store-') && response.statusCode >= 500) metrics.countStoreFault(problem);
      metrics.countRequest({ route, status: response.writableFinished ? response.statusCode : LEFT, took_s });
    });
    write(request, response);
    next();
  };
}
