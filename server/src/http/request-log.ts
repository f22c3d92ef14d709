import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Metrics } from '../metrics.js';

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
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: withoutSecrets(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
  return (request, response, next) => {
    response.once('finish', () => metrics.countRequest(response.statusCode));
    write(request, response);
    next();
  };
}
