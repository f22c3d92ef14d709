import express from 'express';
import { expect, it } from 'vitest';
import { assertDeclared, declaredOn, ROUTES, type RouteName, routesOf } from './routes.js';

function everything() {
  const app = express();
  const at = declaredOn(app);
  for (const name of Object.keys(ROUTES)) at(name as RouteName, (_request, response) => void response.end());
  return app;
}

it('is content with exactly what is declared', () => {
  expect(() => assertDeclared(everything())).not.toThrow();
  expect(routesOf(everything())).toHaveLength(Object.keys(ROUTES).length);
});

it.each(['get', 'post', 'all'] as const)('refuses a route by %s that nobody declared', (method) => {
  const app = everything();
  app[method]('/export', (_request, response) => void response.end());
  expect(() => assertDeclared(app)).toThrow('/export');
});

it('refuses a declaration without its route', () => {
  const app = express();
  declaredOn(app)('GET /healthz', (_request, response) => void response.end());
  expect(() => assertDeclared(app)).toThrow('GET /metrics');
});
