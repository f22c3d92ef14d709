import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { identify } from './access/identify.js';
import { assertDeclared, declaredOn } from './access/routes.js';
import { failed, notFound, options, readOnly } from './http/last-resort.js';
import { readFormOrJson } from './http/read-body.js';
import { badJson, jsonReader } from './http/read-json.js';
import { readPackage } from './http/read-package.js';
import { answer } from './http/reply.js';
import { requestLog } from './http/request-log.js';
import { saneAddress } from './http/sane-address.js';
import { openToRead, securityHeaders, transportSecurity } from './http/security-headers.js';
import { pageStyle } from './pages/style.js';
import { api } from './routes/api.js';
import { audit } from './routes/audit.js';
import { collection, collections } from './routes/collections.js';
import { conformance } from './routes/conformance.js';
import { createItem, deleteItem, replaceItem, updateItem } from './routes/edits.js';
import { createPackage, diffPackage, exchanges, importPackage } from './routes/exchange.js';
import { fonts, glyphs } from './routes/fonts.js';
import { groundDocument } from './routes/ground.js';
import { inspectionReports } from './routes/inspection-report.js';
import { item, items } from './routes/items.js';
import { dismiss, job, jobList, results } from './routes/jobs.js';
import { landing } from './routes/landing.js';
import { health, metrics, profileDocument, ready, unitsDocument } from './routes/operations.js';
import { changePassword, passwordForm } from './routes/password.js';
import { execute, process, processes } from './routes/processes.js';
import { queryables } from './routes/queryables.js';
import { registers } from './routes/registers.js';
import { session, signIn, signInForm, signOut } from './routes/session.js';
import { confirmSession, endSession, sessions } from './routes/sessions.js';
import { setup, setupForm } from './routes/setup.js';
import { style } from './routes/style.js';
import { tileJson } from './routes/tile-json.js';
import { tileMatrixSet, tileMatrixSets } from './routes/tile-matrix-sets.js';
import { tileSetMetadata, tileSets } from './routes/tile-sets.js';
import { ogcTile, xyzTile } from './routes/tiles.js';
import { createToken, revokeToken, tokens } from './routes/tokens.js';
import { changeUser, createUser, deleteUser, renewSetup, user, users } from './routes/users.js';
import { viewerFiles, viewerPage } from './routes/viewer.js';
import type { Services } from './services.js';

/** Every address of the server, one line each. */
export function createApp(services: Services, log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  const { access, config, limiter, metrics: counts } = services;
  const at = declaredOn(app, (name) => limiter.turn(name));
  const readJson = jsonReader(config.limits);
  app.use(
    requestLog(log, counts),
    securityHeaders,
    transportSecurity,
    openToRead,
    options,
    saneAddress,
    limiter.client,
    identify(access, config),
  );

  at('GET /tiles/:layers/:z/:x/:y.mvt', xyzTile(services));
  at('GET /collections/:layer/tiles/WebMercatorQuad/:z/:row/:col', ogcTile(services));
  at('GET /glyphs/:fontstack/:range.pbf', glyphs);
  app.use('/fonts', fonts);
  at('GET /pages.css', pageStyle);

  at('GET /ground.json', groundDocument(services));
  app.use(compression());
  at('GET /', viewerPage(services.config), answer(landing(services)));
  at('GET /sign-in', signInForm);
  at('GET /session', answer(session));
  at('POST /session', readFormOrJson, signIn(services));
  at('DELETE /session', signOut(services));
  at('POST /session/confirmation', readFormOrJson, confirmSession(services));
  at('GET /sessions', answer(sessions(services)));
  at('DELETE /sessions/:id', answer(endSession(services)));
  at('GET /password', passwordForm);
  at('POST /password', readFormOrJson, changePassword(services));
  at('GET /setup', setupForm(services));
  at('POST /setup', readFormOrJson, setup(services));
  at('GET /users', answer(users(services)));
  at('POST /users', readJson, answer(createUser(services)));
  at('GET /users/:name', answer(user(services)));
  at('PATCH /users/:name', readJson, answer(changeUser(services)));
  at('DELETE /users/:name', answer(deleteUser(services)));
  at('POST /users/:name/setup', answer(renewSetup(services)));
  at('GET /tokens', answer(tokens(services)));
  at('POST /tokens', readJson, answer(createToken(services)));
  at('DELETE /tokens/:id', answer(revokeToken(services)));
  at('GET /audit', answer(audit(services)));
  at('GET /conformance', answer(conformance));
  at('GET /api', answer(api(services)));
  at('GET /collections', answer(collections(services)));
  at('GET /collections/:layer', answer(collection(services)));
  at('GET /collections/:layer/items', answer(items(services)));
  at('POST /collections/:layer/items', readJson, answer(createItem(services)));
  at('GET /collections/:layer/items/:id', answer(item(services)));
  at('PUT /collections/:layer/items/:id', readJson, answer(replaceItem(services)));
  at('PATCH /collections/:layer/items/:id', readJson, answer(updateItem(services)));
  at('DELETE /collections/:layer/items/:id', answer(deleteItem(services)));
  at('GET /collections/:layer/queryables', answer(queryables));
  at('GET /collections/:layer/tiles', answer(tileSets));
  at('GET /collections/:layer/tiles/WebMercatorQuad', answer(tileSetMetadata(services)));
  at('GET /tileMatrixSets', answer(tileMatrixSets));
  at('GET /tileMatrixSets/:id', answer(tileMatrixSet));
  at('GET /tiles/:layers.json', answer(tileJson(services)));
  at('GET /processes', answer(processes));
  at('GET /processes/:id', answer(process));
  at('POST /processes/:id/execution', readJson, answer(execute(services)));
  at('GET /jobs', answer(jobList(services)));
  at('GET /jobs/:id', answer(job(services)));
  at('DELETE /jobs/:id', answer(dismiss(services)));
  at('GET /jobs/:id/results', answer(results(services)));
  at('GET /style.json', answer(style(services)));
  at('GET /profile.json', answer(profileDocument(services)));
  at('GET /units.json', answer(unitsDocument(services)));
  at('GET /registers', answer(registers));
  at('GET /exchange', answer(exchanges(services)));
  at('POST /exchange/packages', readJson, answer(createPackage(services)));
  at('POST /exchange/diff', readPackage, answer(diffPackage(services)));
  at('POST /exchange/imports', readPackage, answer(importPackage(services)));
  at('GET /reports/inspections', answer(inspectionReports(services)));
  at('GET /healthz', answer(health));
  at('GET /readyz', answer(ready(services)));
  at('GET /metrics', metrics(services));
  app.use(viewerFiles(services.config));

  app.use(readOnly, notFound, badJson, failed);
  assertDeclared(app);
  return app;
}
