import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { ServerConfig } from '../config.js';
import { VIEWER_POLICY } from '../http/security-headers.js';
import { wantsPage } from '../http/wants-page.js';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';

const CSP = 'Content-Security-Policy';

/** `GET /` for a browser. */
export function viewerPage({ viewerDir }: ServerConfig): RequestHandler {
  return (request, response, next) => {
    if (!wantsPage(request.headers.accept, request.query['f'])) return next();
    response.vary('Accept').set({ 'Cache-Control': 'no-cache', [CSP]: VIEWER_POLICY });
    response.sendFile(join(viewerDir, 'index.html'), { cacheControl: false }, (error) => {
      if (error === undefined || response.headersSent) return;
      sendProblem(response, 404, [PROBLEMS.viewerMissing], languageOf(request));
    });
  };
}

/** The files of the built viewer: those under `assets/` carry a hash in their names and never change. */
export function viewerFiles({ viewerDir }: ServerConfig): RequestHandler {
  return express.static(viewerDir, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(join(viewerDir, 'assets'));
      response.setHeader(CSP, VIEWER_POLICY);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
