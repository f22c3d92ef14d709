import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataSchemas } from './json-schemas.js';

const DATA = join(import.meta.dirname, '../../../data');

it('data/ holds the schemas that the definitions give today (renew with pnpm bless)', async () => {
  for (const { path, schema } of dataSchemas()) {
    expect(JSON.parse(await readFile(join(DATA, path), 'utf8')), path).toEqual(schema);
  }
});

it('every profile file names its schema', async () => {
  for (const id of ['bac-kan', 'can-tho', 'cao-bang']) {
    for (const { path } of dataSchemas().filter((schema) => schema.path.startsWith('profiles/'))) {
      const name = path.slice('profiles/'.length);
      const file = join(DATA, 'profiles', id, name.replace('.schema', ''));
      // A profile without it exchanges nothing.
      if (name === 'exchange.schema.json' && id === 'can-tho') continue;
      expect(JSON.parse(await readFile(file, 'utf8')).$schema).toBe(`../${name}`);
    }
  }
});
