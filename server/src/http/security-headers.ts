import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What the map's files may do, and no other answer: nothing from another host, no inline script, no frame. Its engines of
 * geometry and GeoPackages are WebAssembly; no text is ever run as script.
 */
export const VIEWER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/**
 * Pages of data have no script at all. Answers themselves may be read by other origins: all of them are public. Plain HTTP
 * is the rule on an intranet: nothing here forces HTTPS where it was not used.
 */
const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  crossOriginOpenerPolicy: false,
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

/** The same for every answer: worked out once. */
function headersOnce(): readonly (readonly [name: string, value: string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  secure(request, response, (fault) => {
    if (fault !== undefined) throw fault;
  });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

const HEADERS = headersOnce();

export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  next();
};

/** Where the request came by TLS, browsers are told to stay with it. */
export const transportSecurity: RequestHandler = (request, response, next) => {
  if (request.secure) response.set('Strict-Transport-Security', 'max-age=31536000');
  next();
};

export const openToRead: RequestHandler = (_request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  next();
};
