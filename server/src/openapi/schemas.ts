import type { LayerDefinition, PropertyDefinition } from '@giapranh/core';
import { z } from 'zod';
import type { Language } from '../language.js';
import { geometrySchema } from '../schema/geometry-schema.js';

/** A schema that checks requests, as the document shows it. */
export function schemaOf(schema: z.ZodType): object {
  const { $schema: _, id: _id, ...described } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
  return inlined(described);
}

/** `meta` ids make local definitions, which a part of a document cannot refer to: they are put in their place. */
function inlined(schema: Record<string, unknown>): object {
  const { $defs, ...rest } = schema;
  if (typeof $defs !== 'object' || $defs === null) return rest;
  const definitions = new Map<string, unknown>(
    Object.entries($defs).map(([name, value]) => [`#/$defs/${name}`, value]),
  );
  return JSON.parse(JSON.stringify(rest), (_key, value: unknown) => {
    const reference = typeof value === 'object' && value !== null && '$ref' in value ? value.$ref : undefined;
    const found = typeof reference === 'string' ? definitions.get(reference) : undefined;
    return found === undefined ? value : withoutId(found);
  });
}

function withoutId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { id: _, ...rest } = { ...value } as Record<string, unknown>;
  return rest;
}

export const ref = (kind: string, name: string): object => ({ $ref: `#/components/${kind}/${name}` });

const TYPES: Readonly<Record<PropertyDefinition['type'], string | undefined>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  date: 'string',
  json: undefined,
};

/** The type of a property's value in a filter. */
export function valueSchema({ type }: PropertyDefinition): object {
  const name = TYPES[type];
  return { ...(name === undefined ? {} : { type: name }), ...(type === 'date' ? { format: 'date' } : {}) };
}

/** The same in a feature, where it may be absent. */
function propertySchema(property: PropertyDefinition, language: Language): object {
  const name = TYPES[property.type];
  return {
    ...valueSchema(property),
    ...(name === undefined ? {} : { type: [name, 'null'] }),
    title: property.title[language],
    ...(property.unit === undefined ? {} : { 'x-unit': property.unit }),
  };
}

export function featureSchemaOf(definition: LayerDefinition, language: Language): object {
  const day = { type: ['string', 'null'], format: 'date' };
  const properties = {
    ...Object.fromEntries(
      definition.properties.map((property) => [property.name, propertySchema(property, language)]),
    ),
    valid_from: day,
    valid_to: day,
  };
  return {
    type: 'object',
    title: definition.title[language],
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', const: 'Feature' },
      id: { type: 'string' },
      geometry: ref('schemas', 'Geometry'),
      properties: { type: 'object', required: Object.keys(properties), properties },
      links: { type: 'array', items: ref('schemas', 'Link') },
    },
  };
}

const text = { type: 'string' };

export const SHARED_SCHEMAS = {
  Geometry: schemaOf(geometrySchema),
  Link: {
    type: 'object',
    required: ['href', 'rel'],
    properties: { href: text, rel: text, type: text, title: text },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'issues'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      issues: {
        type: 'array',
        items: {
          type: 'object',
          required: ['code', 'path', 'message'],
          properties: {
            code: text,
            path: { type: 'array', items: { type: ['string', 'integer'] } },
            message: text,
            hint: text,
          },
        },
      },
    },
  },
  Job: {
    type: 'object',
    required: ['type', 'processID', 'jobID', 'status', 'progress', 'created', 'links'],
    properties: {
      type: { type: 'string', const: 'process' },
      processID: text,
      jobID: text,
      status: { type: 'string', enum: ['accepted', 'running', 'successful', 'failed', 'dismissed'] },
      progress: { type: 'integer', minimum: 0, maximum: 100 },
      created: { type: 'string', format: 'date-time' },
      started: { type: 'string', format: 'date-time' },
      finished: { type: 'string', format: 'date-time' },
      message: text,
      links: { type: 'array', items: { $ref: '#/components/schemas/Link' } },
    },
  },
};
