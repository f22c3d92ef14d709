import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackedLayers } from '@giapranh/tiles';

const MAGIC = 'GRTILES1';
const HEADER_bytes = 32;

/**
 * Prepared tile layers kept on disk: magic, three lengths (head in bytes, coordinates, errors), then the pieces,
 * each begun at a multiple of eight. Written beside and moved into place. A file that is not whole counts as absent.
 */
export async function writePrepared(path: string, packed: PackedLayers): Promise<void> {
  const head = Buffer.from(packed.head);
  const header = Buffer.alloc(HEADER_bytes);
  header.write(MAGIC, 0, 'latin1');
  header.writeDoubleLE(head.byteLength, 8);
  header.writeDoubleLE(packed.xy.length, 16);
  header.writeDoubleLE(packed.errors.length, 24);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'w');
  try {
    await file.write(header);
    await file.write(Buffer.concat([head, Buffer.alloc(padding(head.byteLength))]));
    await file.write(new Uint8Array(packed.xy.buffer, packed.xy.byteOffset, packed.xy.byteLength));
    await file.write(
      new Uint8Array(packed.errors.buffer, packed.errors.byteOffset, packed.errors.byteLength),
    );
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await removeOthers(path);
}

/** `undefined` when there is no such file or it is not whole. */
export async function readPrepared(path: string): Promise<PackedLayers | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || bytes.byteLength < HEADER_bytes) return undefined;
  if (bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  const [headSize, xySize, errorsSize] = [8, 16, 24].map((at) => bytes.readDoubleLE(at));
  if (headSize === undefined || xySize === undefined || errorsSize === undefined) return undefined;
  const xyAt = HEADER_bytes + headSize + padding(headSize);
  const errorsAt = xyAt + 8 * xySize;
  if (bytes.byteLength !== errorsAt + 4 * errorsSize) return undefined;
  // A copy of its own buffer: typed arrays need their start aligned.
  const buffer = new Uint8Array(bytes).buffer;
  return {
    head: bytes.toString('utf8', HEADER_bytes, HEADER_bytes + headSize),
    xy: new Float64Array(buffer, xyAt, xySize),
    errors: new Float32Array(buffer, errorsAt, errorsSize),
  };
}

function padding(size: number): number {
  return (8 - (size % 8)) % 8;
}

/** What older content of the same profile left behind: `<profile>-<hash>-<revision>-<count>.tiles` and unfinished files. */
const ENDING = /-[0-9a-f]+(-\d+-\d+)?\.tiles(\..*\.part)?$/;

async function removeOthers(path: string): Promise<void> {
  const folder = dirname(path);
  const own = path.slice(folder.length + 1);
  const profile = own.replace(ENDING, '');
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => name !== own && name.replace(ENDING, '') === profile);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
}
