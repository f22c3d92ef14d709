import { open } from 'node:fs/promises';
import { err, ok, type Result } from '@giapranh/core';
import { APPLICATION_ID } from './geopackage-tables.js';
import { foreignFile } from './migrations.js';
import { notADatabase } from './sqlite-issue.js';

const HEADER_BYTES = 100;
const SQLITE_MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

/**
 * Looks at the file's header before any database engine touches it. The value: whether there is content. Issues:
 * `store-not-a-database`, `store-foreign-file`. Throws what the file system throws, but for an absent file.
 */
export async function inspectFile(path: string): Promise<Result<boolean>> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return ok(false);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    if (bytesRead === 0) return ok(false);
    const magic = buffer.toString('latin1', 0, SQLITE_MAGIC.length);
    if (bytesRead < HEADER_BYTES || magic !== SQLITE_MAGIC) return err(notADatabase(path));
    const foreign = buffer.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID;
    return foreign ? err(foreignFile(path)) : ok(true);
  } finally {
    await file.close();
  }
}
