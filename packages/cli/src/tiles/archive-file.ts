import { constants } from 'node:fs';
import { access, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { err, type Issue, issue, ok, type Result } from '@giapranh/core';

export type ArchiveKind = 'pmtiles' | 'mbtiles';

/** A file to be made, or to be replaced by a newer one of its kind. */
export interface ArchiveFile {
  readonly path: string;
  readonly kind: ArchiveKind;
}

const KINDS: Readonly<Record<string, ArchiveKind>> = { '.pmtiles': 'pmtiles', '.mbtiles': 'mbtiles' };
const MAGIC: Readonly<Record<ArchiveKind, string>> = { pmtiles: 'PMTiles', mbtiles: 'SQLite format 3\0' };

const CAUSES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  ENOENT: ['không có thư mục này', 'there is no such folder'],
  ENOTDIR: ['một phần của đường dẫn không phải thư mục', 'a part of the path is not a folder'],
  EISDIR: ['đây là thư mục', 'it is a folder'],
  EACCES: ['không có quyền ghi', 'no permission to write'],
  EPERM: ['không có quyền ghi', 'no permission to write'],
  EROFS: ['ổ đĩa chỉ cho đọc', 'the disk is read-only'],
  ENOSPC: ['hết chỗ trên đĩa', 'the disk is full'],
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function unwritable(path: string, code: string): Issue {
  const [vi, en] = CAUSES[code] ?? [code, code];
  return issue('file-unwritable', [path], `Không ghi được tệp: ${vi}.`, `The file cannot be written: ${en}.`);
}

function unknownKind(path: string): Issue {
  return issue(
    'tiles-kind-unknown',
    ['--out', path],
    'Không rõ dạng tệp ô bản đồ.',
    'The kind of tile file is not known.',
    { vi: 'Tên tệp kết thúc bằng .pmtiles hoặc .mbtiles.', en: 'The name ends in .pmtiles or .mbtiles.' },
  );
}

function foreign(path: string, kind: ArchiveKind): Issue {
  return issue(
    'file-foreign',
    [path],
    `Tệp đã có và không phải ${kind}; tệp được giữ nguyên.`,
    `The file exists and is not ${kind}; it is left as it is.`,
    { vi: 'Chọn tên khác hoặc chuyển tệp đi.', en: 'Choose another name or move the file away.' },
  );
}

/** Whether what is there may be replaced: nothing, an empty file, or an archive of the same kind. */
async function mayReplace({ path, kind }: ArchiveFile): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return true;
  try {
    const magic = MAGIC[kind];
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === 0 || buffer.toString('latin1', 0, bytesRead) === magic;
  } finally {
    await file.close();
  }
}

/**
 * Looks at the place of a file before the long work begins; writes nothing. Issues: `tiles-kind-unknown`,
 * `file-unwritable`, `file-foreign`.
 */
export async function archiveFile(given: string): Promise<Result<ArchiveFile>> {
  const path = resolve(given);
  const kind = KINDS[extname(path).toLowerCase()];
  if (kind === undefined) return err(unknownKind(given));
  try {
    const folder = await stat(dirname(path));
    if (!folder.isDirectory()) return err(unwritable(given, 'ENOTDIR'));
    await access(dirname(path), constants.W_OK);
    if (!(await mayReplace({ path, kind }))) return err(foreign(given, kind));
    return ok({ path, kind });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return err(unwritable(given, code));
  }
}

/**
 * Lets `write` fill a file beside `path`, which takes the place of `path` when it is whole: whoever reads the old one
 * is not disturbed, and what fails leaves it as it was. Value: its size in bytes. Issues: those of `write`,
 * `file-unwritable`.
 */
export async function replaceFile(
  path: string,
  write: (partial: string) => Promise<Result<unknown>>,
): Promise<Result<number>> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    const written = await write(partial);
    if (!written.ok) return written;
    const { size } = await stat(partial);
    await rename(partial, path);
    return ok(size);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || !(code in CAUSES)) throw error;
    return err(unwritable(path, code));
  } finally {
    await rm(partial, { force: true });
  }
}

/** Pieces one after another, on the disk when it returns. Throws what the file system throws. */
export async function writeParts(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    await writeFile(file, parts);
    await file.sync();
  } finally {
    await file.close();
  }
}
