import type { Express, RequestHandler } from 'express';
import { only } from './identify.js';
import type { Need } from './role.js';

/**
 * Every address of the server and what it asks of who comes. An address that is not here does not come into being: the
 * server does not start.
 */
export const ROUTES = {
  'GET /tiles/:layers/:z/:x/:y.mvt': 'read',
  'GET /collections/:layer/tiles/WebMercatorQuad/:z/:row/:col': 'read',
  'GET /glyphs/:fontstack/:range.pbf': 'open',
  'GET /pages.css': 'open',
  'GET /': 'open',
  'GET /sign-in': 'open',
  'GET /setup': 'open',
  'POST /setup': 'open',
  'GET /session': 'open',
  'POST /session': 'open',
  'DELETE /session': 'signed-in',
  'POST /session/confirmation': 'signed-in',
  'GET /sessions': 'signed-in',
  'DELETE /sessions/:id': 'signed-in',
  'GET /password': 'open',
  'POST /password': 'open',
  'GET /users': 'admin',
  'POST /users': 'admin',
  'GET /users/:name': 'admin',
  'PATCH /users/:name': 'admin',
  'DELETE /users/:name': 'admin',
  'POST /users/:name/setup': 'admin',
  'GET /tokens': 'signed-in',
  'POST /tokens': 'signed-in',
  'DELETE /tokens/:id': 'signed-in',
  'GET /audit': 'admin',
  'GET /conformance': 'read',
  'GET /api': 'read',
  'GET /collections': 'read',
  'GET /collections/:layer': 'read',
  'GET /collections/:layer/items': 'read',
  'POST /collections/:layer/items': 'write',
  'GET /collections/:layer/items/:id': 'read',
  'PUT /collections/:layer/items/:id': 'write',
  'PATCH /collections/:layer/items/:id': 'write',
  'DELETE /collections/:layer/items/:id': 'write',
  'GET /collections/:layer/queryables': 'read',
  'GET /collections/:layer/tiles': 'read',
  'GET /collections/:layer/tiles/WebMercatorQuad': 'read',
  'GET /tileMatrixSets': 'read',
  'GET /tileMatrixSets/:id': 'read',
  'GET /tiles/:layers.json': 'read',
  'GET /processes': 'read',
  'GET /processes/:id': 'read',
  'POST /processes/:id/execution': 'compute',
  'GET /jobs': 'compute',
  'GET /jobs/:id': 'compute',
  'DELETE /jobs/:id': 'compute',
  'GET /jobs/:id/results': 'compute',
  'GET /style.json': 'read',
  'GET /profile.json': 'read',
  'GET /units.json': 'read',
  'GET /ground.json': 'read',
  'GET /registers': 'read',
  'GET /exchange': 'exchange',
  'POST /exchange/packages': 'exchange',
  'POST /exchange/diff': 'write',
  'POST /exchange/imports': 'write',
  'GET /reports/inspections': 'compute',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /metrics': 'read',
} as const satisfies Readonly<Record<string, Need>>;

export type RouteName = keyof typeof ROUTES;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

function partsOf(name: string): { readonly method: Method; readonly path: string } {
  const [word = '', path = ''] = name.split(' ');
  const method = METHODS.find((known) => known === word.toLowerCase());
  if (method === undefined) throw new Error(`${name} is no route`);
  return { method, path };
}

const atOnce: RequestHandler = (_request, _response, next) => next();

/**
 * Adds a route as it is declared: who may not is turned away before anything of it runs; its last handler, which does the
 * work, waits for its turn.
 */
export function declaredOn(app: Express, turn: (name: RouteName) => RequestHandler = () => atOnce) {
  return (name: RouteName, ...handlers: readonly RequestHandler[]): void => {
    const { method, path } = partsOf(name);
    const named: RequestHandler = (_request, response, next) => {
      response.locals['route'] = name;
      next();
    };
    app[method](path, named, only(ROUTES[name]), ...handlers.slice(0, -1), turn(name), ...handlers.slice(-1));
  };
}

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
}

/** What Express would answer, as `GET /path`. */
export function routesOf(app: Express): readonly string[] {
  const layers: readonly Layer[] = app.router.stack;
  const names = layers.flatMap(({ route }) =>
    (route?.stack ?? []).map(({ method }) => `${(method ?? 'any').toUpperCase()} ${route?.path}`),
  );
  return [...new Set(names)];
}

/** Throws where declaration and routes differ. */
export function assertDeclared(app: Express): void {
  const [declared, made] = [new Set<string>(Object.keys(ROUTES)), new Set(routesOf(app))];
  const wrong = [
    ...[...made].filter((name) => !declared.has(name)),
    ...[...declared].filter((name) => !made.has(name)),
  ];
  if (wrong.length > 0) throw new Error(`routes that are not declared, or not there: ${wrong.join(', ')}`);
}
