import { CATALOG, type Profile, REGISTERS } from '@giapranh/core';
import type { Language } from '../language.js';
import { DEFAULT_LIMITS, type Limits } from '../limits/limits.js';
import { MEDIA } from '../routes/links.js';
import { accessPaths } from './access-paths.js';
import { exchangePaths } from './exchange-paths.js';
import { layerPaths, TILE_ANSWERS } from './layer-paths.js';
import { limitList } from './limit-list.js';
import { get, inPath, parameter } from './operation.js';
import { sharedParameters } from './parameters.js';
import { processPaths } from './process-paths.js';
import { featureSchemaOf, ref, SHARED_SCHEMAS } from './schemas.js';

const whole = { type: 'integer', minimum: 0 };

function servicePaths(): Record<string, object> {
  const one = (path: string, id: string, summary: string, tag: string, type: string = MEDIA.json) =>
    [path, get({ id, summary, tag, type })] as const;
  const layers = inPath('layers', { type: 'string' }, 'communes,places');
  return {
    ...Object.fromEntries([
      one('/', 'landing', 'Landing page', 'Service'),
      one('/conformance', 'conformance', 'Conformance classes', 'Service'),
      one('/api', 'api', 'This document', 'Service', MEDIA.openapi),
      one('/collections', 'collections', 'Layers', 'Features'),
      one('/tileMatrixSets', 'tileMatrixSets', 'Tile matrix sets', 'Tiles'),
      one('/profile.json', 'profile', 'The profile: units, documents, rules', 'Service'),
      one('/healthz', 'health', 'The process answers', 'Operations'),
      one('/readyz', 'ready', 'What is loaded', 'Operations'),
      one('/metrics', 'metrics', 'Prometheus text', 'Operations', 'text/plain'),
    ]),
    '/style.json': get({
      id: 'style',
      summary: 'MapLibre style',
      tag: 'Tiles',
      type: MEDIA.json,
      parameters: [parameter('asOf')],
    }),
    '/tiles/{layers}.json': get({
      id: 'tileJson',
      summary: 'TileJSON 3.0 of one or more layers',
      tag: 'Tiles',
      type: MEDIA.json,
      parameters: [layers, parameter('asOf')],
    }),
    '/tiles/{layers}/{z}/{x}/{y}.mvt': get({
      id: 'tile',
      summary: 'A tile of one or more layers',
      tag: 'Tiles',
      type: MEDIA.mvt,
      parameters: [layers, ...['z', 'x', 'y'].map((name) => inPath(name, whole)), parameter('asOf')],
      more: TILE_ANSWERS,
    }),
  };
}

/** OpenAPI 3.1 of everything this server answers, built from the catalogue and the schemas that check requests. */
export function openApiDocument(
  profile: Profile,
  language: Language,
  origin: string,
  limits: Limits = DEFAULT_LIMITS,
): object {
  const layers = [...CATALOG, ...REGISTERS];
  return {
    openapi: '3.1.0',
    info: {
      title: `Giáp Ranh: ${profile.title[language]}`,
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    'x-limits': limitList(limits, language),
    tags: ['Service', 'Features', 'Registers', 'Exchange', 'Tiles', 'Processes', 'Users', 'Operations'].map(
      (name) => ({
        name,
      }),
    ),
    paths: {
      ...servicePaths(),
      ...Object.assign({}, ...layers.map((definition) => layerPaths(definition, language))),
      ...processPaths(language),
      ...accessPaths(),
      ...exchangePaths(),
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'giapranh_session' },
      },
      parameters: sharedParameters(profile, language, limits),
      schemas: {
        ...SHARED_SCHEMAS,
        ...Object.fromEntries(
          layers.map((definition) => [definition.id, featureSchemaOf(definition, language)]),
        ),
      },
      responses: {
        Problem: {
          description: 'Problem; 429 and 503 say in Retry-After when to come again',
          headers: { 'Retry-After': { schema: { type: 'integer' }, description: 's' } },
          content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
        },
      },
    },
  };
}
