import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** For a test file: makes empty folders and removes them all after its tests. */
export function withTemporaryFolders(): { readonly create: () => Promise<string> } {
  const made: string[] = [];
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true });
  });
  return {
    async create() {
      const folder = await mkdtemp(join(tmpdir(), 'giapranh-test-'));
      made.push(folder);
      return folder;
    },
  };
}
