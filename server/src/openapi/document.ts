import { CATALOG, type LayerDefinition, type Profile } from '@giapranh/core';
import type { Language } from '../language.js';
import { MEDIA } from '../routes/links.js';
import { filterParameters, propertySchema, sharedParameters } from './parameters.js';

const ref = (kind: string, name: string): object => ({ $ref: `#/components/${kind}/${name}` });
const parameter = (name: string): object => ref('parameters', name);

interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly type: string;
  readonly schema?: object;
  readonly parameters?: readonly object[];
  readonly more?: Readonly<Record<string, object>>;
}

function get({ id, summary, tag, type, schema = {}, parameters = [], more = {} }: Operation): object {
  return {
    get: {
      operationId: id,
      summary,
      tags: [tag],
      parameters: [...parameters, parameter('lang')],
      responses: {
        200: { description: summary, content: { [type]: { schema } } },
        ...more,
        default: ref('responses', 'Problem'),
      },
    },
  };
}

const inPath = (name: string, schema: object): object => ({ name, in: 'path', required: true, schema });
const whole = { type: 'integer', minimum: 0 };
const TILE_ANSWERS = {
  204: { description: 'No feature in this tile' },
  304: { description: 'Not modified' },
};

function layerPaths(definition: LayerDefinition, language: Language): Record<string, object> {
  const { id } = definition;
  const title = definition.title[language];
  const tag = 'Features';
  const schema = ref('schemas', id);
  return {
    [`/collections/${id}`]: get({ id: `${id}.collection`, summary: title, tag, type: MEDIA.json }),
    [`/collections/${id}/items`]: get({
      id: `${id}.items`,
      summary: definition.description[language],
      tag,
      type: MEDIA.geojson,
      schema: {
        type: 'object',
        required: ['type', 'features', 'numberMatched', 'numberReturned', 'links'],
        properties: {
          type: { type: 'string', enum: ['FeatureCollection'] },
          numberMatched: whole,
          numberReturned: whole,
          features: { type: 'array', items: schema },
          links: { type: 'array', items: ref('schemas', 'Link') },
        },
      },
      parameters: [
        ...['bbox', 'datetime', 'limit', 'offset', 'asOf'].map(parameter),
        ...filterParameters(definition, language),
      ],
    }),
    [`/collections/${id}/items/{featureId}`]: get({
      id: `${id}.item`,
      summary: title,
      tag,
      type: MEDIA.geojson,
      schema,
      parameters: [inPath('featureId', { type: 'string' })],
    }),
    [`/collections/${id}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`]: get({
      id: `${id}.tile`,
      summary: `${title} (MVT)`,
      tag: 'Tiles',
      type: MEDIA.mvt,
      schema: { type: 'string', format: 'binary' },
      parameters: [
        ...['tileMatrix', 'tileRow', 'tileCol'].map((name) => inPath(name, whole)),
        parameter('asOf'),
      ],
      more: TILE_ANSWERS,
    }),
  };
}

function featureSchema(definition: LayerDefinition, language: Language): object {
  return {
    type: 'object',
    title: definition.title[language],
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { type: 'object' },
      properties: {
        type: 'object',
        properties: Object.fromEntries([
          ...definition.properties.map((property) => [property.name, propertySchema(property, language)]),
          ...['valid_from', 'valid_to'].map((name) => [
            name,
            { type: 'string', format: 'date', nullable: true },
          ]),
        ]),
      },
    },
  };
}

const SHARED_SCHEMAS = {
  Link: {
    type: 'object',
    required: ['href'],
    properties: { href: { type: 'string' }, rel: { type: 'string' }, type: { type: 'string' } },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'issues'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      issues: {
        type: 'array',
        items: {
          type: 'object',
          required: ['code', 'path', 'message'],
          properties: {
            code: { type: 'string' },
            path: { type: 'array', items: {} },
            message: { type: 'string' },
            hint: { type: 'string' },
          },
        },
      },
    },
  },
};

function servicePaths(): Record<string, object> {
  const one = (path: string, id: string, summary: string, tag: string, type: string = MEDIA.json) =>
    [path, get({ id, summary, tag, type })] as const;
  const layers = inPath('layers', { type: 'string', example: 'communes,places' });
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
      schema: { type: 'string', format: 'binary' },
      parameters: [layers, ...['z', 'x', 'y'].map((name) => inPath(name, whole)), parameter('asOf')],
      more: TILE_ANSWERS,
    }),
  };
}

/** OpenAPI 3.0 of everything this server answers, built from the catalogue. */
export function openApiDocument(profile: Profile, language: Language, origin: string): object {
  return {
    openapi: '3.0.3',
    info: {
      title: `Giáp Ranh: ${profile.title[language]}`,
      version: '0.1.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: origin }],
    paths: {
      ...servicePaths(),
      ...Object.assign({}, ...CATALOG.map((definition) => layerPaths(definition, language))),
    },
    components: {
      parameters: sharedParameters(language),
      schemas: {
        ...SHARED_SCHEMAS,
        ...Object.fromEntries(
          CATALOG.map((definition) => [definition.id, featureSchema(definition, language)]),
        ),
      },
      responses: {
        Problem: {
          description: 'Problem',
          content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
        },
      },
    },
  };
}
