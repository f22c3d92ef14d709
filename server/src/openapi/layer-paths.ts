import { type LayerDefinition, layerDefinition, termsOf } from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { Language } from '../language.js';
import { takesEdits } from '../layer-lookup.js';
import { ITEM_PARAMETERS } from '../routes/item-query.js';
import { MEDIA } from '../routes/links.js';
import { featurePatchSchema, featureSchema, writableProperties } from '../schema/feature-schema.js';
import { get, inPath, jsonAnswer, parameter, sending } from './operation.js';
import { filterParameters } from './parameters.js';
import { ref, schemaOf } from './schemas.js';

const whole = { type: 'integer', minimum: 0 };
export const TILE_ANSWERS = {
  204: { description: 'No feature in this tile' },
  304: { description: 'Not modified' },
};

function collectionSchema(schema: object): object {
  return {
    type: 'object',
    required: ['type', 'features', 'numberMatched', 'numberReturned', 'links'],
    properties: {
      type: { type: 'string', const: 'FeatureCollection' },
      numberMatched: whole,
      numberReturned: whole,
      asOf: { type: 'string', format: 'date' },
      features: { type: 'array', items: schema },
      links: { type: 'array', items: ref('schemas', 'Link') },
    },
  };
}

const etag = { ETag: { description: 'Of this state of the feature', schema: { type: 'string' } } };
const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  example: '"1f0c9b5a7d3e48260a6b92c4"',
};

const [WEST, SOUTH, EAST, NORTH] = [105.6, 22.2, 105.61, 22.21];

/** A small place in Bắc Kạn, of the kind the layer takes. */
function examplePlace({ geometry }: LayerDefinition): Geometry {
  if (geometry === 'line') {
    return {
      type: 'LineString',
      coordinates: [
        [WEST, SOUTH],
        [EAST, NORTH],
      ],
    };
  }
  if (geometry !== 'polygon') return { type: 'Point', coordinates: [WEST, SOUTH] };
  const ring = [
    [WEST, SOUTH],
    [EAST, SOUTH],
    [EAST, NORTH],
    [WEST, SOUTH],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** A feature with the first property filled that may be said freely: one that the server takes as it stands. */
function exampleFeature(layer: LayerDefinition): object {
  const first = writableProperties(layer).find(
    ({ name, type }) => type === 'string' && termsOf(layer.id, name)?.closed !== true,
  );
  return {
    type: 'Feature',
    geometry: examplePlace(layer),
    properties: first === undefined ? {} : { [first.name]: 'ví dụ' },
  };
}

function editing(definition: LayerDefinition, language: Language) {
  const { id } = definition;
  const title = definition.title[language];
  const tag = 'Registers';
  const body = {
    type: MEDIA.geojson,
    schema: schemaOf(featureSchema(definition)),
    example: exampleFeature(definition),
  };
  const done = { 204: { description: 'Done', headers: etag } };
  return {
    create: sending({
      id: `${id}.create`,
      summary: `${title}: +`,
      tag,
      body,
      secured: true,
      answers: {
        201: jsonAnswer('Created', { type: 'object' }, { ...etag, Location: { schema: { type: 'string' } } }),
      },
    }),
    one: {
      put: sending({
        id: `${id}.replace`,
        summary: title,
        tag,
        body,
        parameters: [ifMatch],
        secured: true,
        answers: done,
      }),
      patch: sending({
        id: `${id}.update`,
        summary: title,
        tag,
        parameters: [ifMatch],
        secured: true,
        answers: done,
        body: {
          type: 'application/merge-patch+json',
          schema: schemaOf(featurePatchSchema(definition)),
          example: { properties: {} },
        },
      }),
      delete: sending({
        id: `${id}.delete`,
        summary: title,
        tag,
        parameters: [ifMatch],
        secured: true,
        answers: done,
      }),
    },
  };
}

/** The addresses of one layer; of registers also those that change it. */
export function layerPaths(definition: LayerDefinition, language: Language): Record<string, object> {
  const { id } = definition;
  const title = definition.title[language];
  const register = takesEdits(definition);
  const tag = register ? 'Registers' : 'Features';
  const schema = ref('schemas', id);
  const edits = register ? editing(definition, language) : undefined;
  const featureId = inPath('featureId', { type: 'string' });
  return {
    [`/collections/${id}`]: get({ id: `${id}.collection`, summary: title, tag, type: MEDIA.json }),
    [`/collections/${id}/queryables`]: get({
      id: `${id}.queryables`,
      summary: title,
      tag,
      type: MEDIA.schema,
    }),
    [`/collections/${id}/items`]: {
      ...get({
        id: `${id}.items`,
        summary: definition.description[language],
        tag,
        type: MEDIA.geojson,
        schema: collectionSchema(schema),
        parameters: [...ITEM_PARAMETERS.map(parameter), ...filterParameters(definition, language)],
      }),
      ...(edits === undefined ? {} : { post: edits.create }),
    },
    [`/collections/${id}/items/{featureId}`]: {
      parameters: [featureId],
      ...get({
        id: `${id}.item`,
        summary: title,
        tag,
        type: MEDIA.geojson,
        schema,
        parameters: [parameter('crs')],
      }),
      ...(edits?.one ?? {}),
    },
    ...(layerDefinition(id) === undefined
      ? {}
      : {
          [`/collections/${id}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`]: get({
            id: `${id}.tile`,
            summary: `${title} (MVT)`,
            tag: 'Tiles',
            type: MEDIA.mvt,
            parameters: [
              ...['tileMatrix', 'tileRow', 'tileCol'].map((name) => inPath(name, whole)),
              parameter('asOf'),
            ],
            more: TILE_ANSWERS,
          }),
        }),
  };
}
