// Renews the types of @giapranh/client from the API document that the server makes of its catalogue and schemas.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiTypes } from '../../packages/client/generate.mjs';
import { readProfile } from '../../packages/formats/dist/index.js';
import { openApiDocument } from '../../server/dist/index.js';
import { ROOT } from '../workspace.mjs';

const profile = await readProfile(join(ROOT, 'data'), 'bac-kan');
if (!profile.ok) throw new Error(profile.issues[0].message.en);
const document = openApiDocument(profile.value, 'en', 'http://127.0.0.1:8080');
await writeFile(join(ROOT, 'packages/client/src/api.ts'), await apiTypes(document));
