import { type Queryable, queryablesOf } from '@giapranh/core';
import { readParameters } from '../http/parameters.js';
import { type Ask, problem, type Reply } from '../http/reply.js';
import type { Language } from '../language.js';
import { featureLayer } from '../layer-lookup.js';
import { MEDIA } from './links.js';

const TYPES = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
} as const;

const GEOMETRIES = {
  polygon: 'geometry-multipolygon',
  line: 'geometry-multilinestring',
  point: 'geometry-point',
  any: 'geometry-any',
} as const;

function propertySchema(
  { type, title }: Queryable,
  geometry: keyof typeof GEOMETRIES,
  language: Language,
): object {
  return type === 'geometry'
    ? { title: title[language], format: GEOMETRIES[geometry], 'x-ogc-role': 'primary-geometry' }
    : { title: title[language], ...TYPES[type] };
}

/** `GET /collections/{layer}/queryables`: what a filter may ask, as JSON Schema. */
export function queryables({ request, language, origin, reader }: Ask): Reply {
  const definition = featureLayer(String(request.params['layer']), reader);
  if (!definition.ok) return problem(404, ...definition.issues);
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  const layer = definition.value;
  const entries = queryablesOf(layer).map(
    (queryable) => [queryable.name, propertySchema(queryable, layer.geometry, language)] as const,
  );
  return {
    kind: 'json',
    type: MEDIA.schema,
    body: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${origin}/collections/${layer.id}/queryables`,
      type: 'object',
      title: layer.title[language],
      properties: Object.fromEntries(entries),
      additionalProperties: false,
    },
  };
}
