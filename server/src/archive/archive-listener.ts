import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ANONYMOUS_READER } from '../access/reader.js';
import { sendTile } from '../http/send-tile.js';
import type { Metrics } from '../metrics.js';
import { type ProblemStatus, problemDocument } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import { isInMatrix } from '../tiles/tile-address.js';
import type { TileArchive } from './open-archive.js';

const TILE = /^\/tiles\/([^/?]+)\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})\.mvt(?:\?v=([0-9a-f]+))?$/;
const JSON_TYPE = 'application/json; charset=utf-8';
const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };

/** TileJSON 3.0 of an archive. Its tile addresses carry the version of the file. */
function archiveTileJson({ name, version, header, metadata }: TileArchive, origin: string): object {
  const text = (key: string): string => (typeof metadata[key] === 'string' ? metadata[key] : '');
  return {
    tilejson: '3.0.0',
    name: text('name') || name,
    description: text('description'),
    version: '1.0.0',
    attribution: text('attribution'),
    scheme: 'xyz',
    tiles: [`${origin}/tiles/${encodeURIComponent(name)}/{z}/{x}/{y}.mvt?v=${version}`],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    center: [header.centerLon, header.centerLat, header.centerZoom],
    vector_layers: metadata['vector_layers'] ?? [],
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Answers `/tiles/{name}.json`, `/tiles/{name}/{z}/{x}/{y}.mvt`, `/`, `/healthz`, `/readyz` and `/metrics`. */
export function archiveListener(archive: TileArchive, metrics: Metrics): RequestListener {
  const { name, header, version } = archive;

  const json = (response: ServerResponse, status: number, body: unknown): number => {
    response.writeHead(status, { ...ANY_ORIGIN, 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-cache' });
    response.end(JSON.stringify(body));
    return status;
  };
  const problem = (response: ServerResponse, status: ProblemStatus): number => {
    const found =
      status === 405 ? PROBLEMS.methodNotAllowed : status === 500 ? PROBLEMS.internal : PROBLEMS.noSuchPath;
    response.writeHead(status, {
      ...ANY_ORIGIN,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
    });
    response.end(JSON.stringify(problemDocument(status, [found], 'vi')));
    return status;
  };

  const tile = (request: IncomingMessage, response: ServerResponse, match: RegExpExecArray) => {
    const [, named = '', ...rest] = match;
    const [z = 0, x = 0, y = 0] = rest.slice(0, 3).map(Number);
    if (decoded(named) !== name || !isInMatrix(z, x, y) || z > header.maxZoom) return problem(response, 404);
    const terms = { isVersioned: rest[3] === version, reader: ANONYMOUS_READER };
    const ready = archive.ready(z, x, y);
    if (ready !== undefined) {
      metrics.tilesFromMemory += 1;
      return sendTile(request, response, ready, terms);
    }
    return archive.tile(z, x, y).then((found) => sendTile(request, response, found, terms));
  };

  const answer = (request: IncomingMessage, response: ServerResponse): number | Promise<number> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return problem(response, 405);
    const url = request.url ?? '/';
    const match = TILE.exec(url);
    if (match !== null) return tile(request, response, match);
    const [path = ''] = url.split('?');
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    if (path === '/healthz' || path === '/readyz')
      return json(response, 200, { status: 'ok', tiles: version });
    if (path === '/metrics') {
      response
        .writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' })
        .end(metrics.text({ size: 0, bytes: 0 }));
      return 200;
    }
    if (path === '/') {
      const href = `${origin}/tiles/${encodeURIComponent(name)}.json`;
      return json(response, 200, { title: name, links: [{ rel: 'tiles', href, type: 'application/json' }] });
    }
    if (decoded(path) === `/tiles/${name}.json`) return json(response, 200, archiveTileJson(archive, origin));
    return problem(response, 404);
  };

  return (request, response) => {
    Promise.resolve(answer(request, response))
      .catch(() => (response.headersSent ? 500 : problem(response, 500)))
      .then((status) => metrics.countRequest({ route: 'archive', status }));
  };
}
