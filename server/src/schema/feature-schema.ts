import { type LayerDefinition, type PropertyDefinition, termsOf } from '@giapranh/core';
import { z } from 'zod';
import { geometrySchema } from './geometry-schema.js';

/** Who may read it, beside GeoJSON's own members; its layer's level when it was never said. */
const secrecy = z.enum(['public', 'internal', 'restricted']);
const day = z.iso.date().nullable();

function valueSchema({ type }: PropertyDefinition): z.ZodType {
  switch (type) {
    case 'string':
      return z.string().max(10_000);
    case 'number':
      return z.number();
    case 'integer':
      return z.int();
    case 'boolean':
      return z.boolean();
    case 'date':
      return z.iso.date();
    case 'json':
      return z.unknown();
  }
}

/** Of a closed list of terms only those. */
function termSchema(layer: LayerDefinition, property: PropertyDefinition): z.ZodType {
  const list = termsOf(layer.id, property.name);
  return list?.closed === true ? z.enum(list.terms.map(({ id }) => id)) : valueSchema(property);
}

/** What a site is, for people to say; its flags, its place and all else is worked out. */
const OF_SITES = [
  'name',
  'mineral_vi',
  'mineral_en',
  'activity',
  'area_declared_m2',
  'decision',
  'decision_date',
  'error_m',
];

/** What of a layer people may write. */
export function writableProperties({ id, properties }: LayerDefinition): readonly PropertyDefinition[] {
  return id === 'mineral-sites' ? properties.filter(({ name }) => OF_SITES.includes(name)) : properties;
}

/**
 * A feature of a layer as a request's body: what checks it and what the API document says of it. Properties that are
 * left out are empty; unknown ones are refused, so that a misspelt one is not lost in silence. `taken`: what may be said,
 * where that is not what people may write.
 */
export function featureSchema(layer: LayerDefinition, taken = writableProperties(layer)) {
  const properties = Object.fromEntries(
    taken.map((property) => [
      property.name,
      termSchema(layer, property).nullable().optional().meta({ title: property.title.en }),
    ]),
  );
  return z.object({
    type: z.literal('Feature'),
    id: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\s/?#]+$/u)
      .optional(),
    geometry: geometrySchema,
    secrecy: secrecy.optional(),
    properties: z.strictObject({ ...properties, valid_from: day.optional(), valid_to: day.optional() }),
  });
}

/** What PATCH takes (RFC 7396): only what changes; `null` empties. */
export function featurePatchSchema(layer: LayerDefinition) {
  const whole = featureSchema(layer);
  return z.object({
    type: z.literal('Feature').optional(),
    id: z.string().optional(),
    geometry: geometrySchema.optional(),
    secrecy: secrecy.optional(),
    properties: whole.shape.properties.optional(),
  });
}
