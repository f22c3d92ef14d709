import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { onlyEditors, operatorToken } from './access/operator.js';
import { failed, notFound, options, readOnly } from './http/last-resort.js';
import { badJson, readJson } from './http/read-json.js';
import { answer } from './http/reply.js';
import { requestLog } from './http/request-log.js';
import { openToRead, securityHeaders } from './http/security-headers.js';
import { pageStyle } from './pages/style.js';
import { api } from './routes/api.js';
import { collection, collections } from './routes/collections.js';
import { conformance } from './routes/conformance.js';
import { createItem, deleteItem, replaceItem, updateItem } from './routes/edits.js';
import { fonts, glyphs } from './routes/fonts.js';
import { groundDocument } from './routes/ground.js';
import { item, items } from './routes/items.js';
import { dismiss, job, jobList, results } from './routes/jobs.js';
import { landing } from './routes/landing.js';
import { health, metrics, profileDocument, ready, unitsDocument } from './routes/operations.js';
import { execute, process, processes } from './routes/processes.js';
import { queryables } from './routes/queryables.js';
import { style } from './routes/style.js';
import { tileJson } from './routes/tile-json.js';
import { tileMatrixSet, tileMatrixSets } from './routes/tile-matrix-sets.js';
import { tileSetMetadata, tileSets } from './routes/tile-sets.js';
import { ogcTile, xyzTile } from './routes/tiles.js';
import { viewerFiles, viewerPage } from './routes/viewer.js';
import type { Services } from './services.js';

/** Every address of the server, one line each. */
export function createApp(services: Services, log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(
    requestLog(log, services.metrics),
    securityHeaders,
    openToRead,
    operatorToken(services.config),
    options,
  );

  app.get('/tiles/:layers/:z/:x/:y.mvt', xyzTile(services));
  app.get('/collections/:layer/tiles/WebMercatorQuad/:z/:row/:col', ogcTile(services));
  app.get('/glyphs/:fontstack/:range.pbf', glyphs);
  app.use('/fonts', fonts);
  app.get('/pages.css', pageStyle);

  app.get('/ground.json', groundDocument(services));
  app.use(compression());
  app.get('/', viewerPage(services.config), answer(landing(services)));
  app.get('/conformance', answer(conformance));
  app.get('/api', answer(api(services)));
  app.get('/collections', answer(collections(services)));
  app.get('/collections/:layer', answer(collection(services)));
  app
    .route('/collections/:layer/items')
    .get(answer(items(services)))
    .post(onlyEditors, readJson, answer(createItem(services)));
  app
    .route('/collections/:layer/items/:id')
    .get(answer(item(services)))
    .put(onlyEditors, readJson, answer(replaceItem(services)))
    .patch(onlyEditors, readJson, answer(updateItem(services)))
    .delete(onlyEditors, answer(deleteItem(services)));
  app.get('/collections/:layer/queryables', answer(queryables));
  app.get('/collections/:layer/tiles', answer(tileSets));
  app.get('/collections/:layer/tiles/WebMercatorQuad', answer(tileSetMetadata(services)));
  app.get('/tileMatrixSets', answer(tileMatrixSets));
  app.get('/tileMatrixSets/:id', answer(tileMatrixSet));
  app.get('/tiles/:layers.json', answer(tileJson(services)));
  app.get('/processes', answer(processes));
  app.get('/processes/:id', answer(process));
  app.post('/processes/:id/execution', readJson, answer(execute(services)));
  app.get('/jobs', answer(jobList(services)));
  app
    .route('/jobs/:id')
    .get(answer(job(services)))
    .delete(answer(dismiss(services)));
  app.get('/jobs/:id/results', answer(results(services)));
  app.get('/style.json', answer(style(services)));
  app.get('/profile.json', answer(profileDocument(services)));
  app.get('/units.json', answer(unitsDocument(services)));
  app.get('/healthz', answer(health));
  app.get('/readyz', answer(ready(services)));
  app.get('/metrics', metrics(services));
  app.use(viewerFiles(services.config));

  app.use(readOnly, notFound, badJson, failed);
  return app;
}
