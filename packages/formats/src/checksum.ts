import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@giapranh/core';
import { fileFault } from './file-fault.js';

/** SHA-256 of a file as it lies on disk, hexadecimal. Issues: `file-missing`, `file-unreadable`. */
export async function fileSha256(path: string): Promise<Result<string>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return ok(hash.digest('hex'));
  } catch (error) {
    return err(fileFault(path, error));
  }
}

export function textSha256(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  // Lengths part the texts, so that ("ab", "c") and ("a", "bc") differ.
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest('hex');
}

async function codeFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.d|\.test)\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

let version: Promise<string> | undefined;

/**
 * What the results depend on beside the data: a checksum over core's own code, so that a change in how something is
 * computed is never answered from what an older version computed. Read once in the life of the process.
 */
export function coreVersion(): Promise<string> {
  version ??= (async () => {
    const folder = dirname(fileURLToPath(import.meta.resolve('@giapranh/core')));
    const texts = await Promise.all(
      (await codeFiles(folder)).map(async (path) => [
        path.slice(folder.length),
        await readFile(path, 'utf8'),
      ]),
    );
    return textSha256(...texts.flat());
  })();
  return version;
}
