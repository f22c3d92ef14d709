import { EXCHANGE_SCHEMA, PROFILE_SCHEMAS } from '@giapranh/core';
import { z } from 'zod';
import { MANIFEST_SCHEMA } from './manifest.js';

/** A JSON Schema of the data folder, for editors and other programs. */
export interface DataSchema {
  /** From the data folder. */
  readonly path: string;
  readonly schema: object;
}

/** The schemas of the manifest and of each profile file, made from the definitions that check them on load. */
export function dataSchemas(): readonly DataSchema[] {
  const made = (schema: z.ZodType): object =>
    z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return [
    { path: 'manifest.schema.json', schema: made(MANIFEST_SCHEMA) },
    ...Object.entries({ ...PROFILE_SCHEMAS, 'exchange.json': EXCHANGE_SCHEMA }).map(([file, schema]) => ({
      path: `profiles/${file.replace(/\.json$/, '.schema.json')}`,
      schema: made(schema),
    })),
  ];
}
