import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProfile } from '@giapranh/formats';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { apiTypes } from '../../packages/client/generate.mjs';
import { openApiDocument } from '../../server/src/openapi/document.js';
import { DATA } from '../real-profile.js';

const profile = await readProfile(DATA, 'bac-kan');
if (!profile.ok) throw new Error('no profile');

it.each(['vi', 'en'] as const)(
  'is a valid OpenAPI 3.1 document by an independent validator, in %s',
  async (language) => {
    const document = openApiDocument(profile.value, language, 'http://127.0.0.1:8080');
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    const broken = { ...document, paths: { '/x': { get: { responses: 3 } } } };
    expect((await new Validator().validate(JSON.parse(JSON.stringify(broken)))).valid).toBe(false);
  },
);

it('has the types of the client as they would be made now (renew: pnpm bless)', async () => {
  const types = await apiTypes(openApiDocument(profile.value, 'en', 'http://127.0.0.1:8080'));
  const kept = await readFile(join(DATA, '../packages/client/src/api.ts'), 'utf8');
  expect(types === kept).toBe(true);
});
