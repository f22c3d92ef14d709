// Renews the JSON Schemas of data/ from the definitions that check the files on load.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataSchemas } from '../../packages/formats/dist/index.js';
import { bin, must, ROOT } from '../workspace.mjs';

const paths = [];
for (const { path, schema } of dataSchemas()) {
  const file = join(ROOT, 'data', path);
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
  paths.push(file);
}
await must('format', bin('biome'), ['format', '--write', ...paths]);
