import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Issue, issue } from '@giapranh/core';
import { isObject } from './record.js';

/** A build output taken apart: what JSON says well, and the numbers it would say slowly. */
export interface DerivedParts {
  readonly meta: unknown;
  readonly numbers: Float64Array;
}

/** How a build output is taken apart and put together; `join` gives `undefined` for what it did not write. */
export interface DerivedForm<T> {
  split(value: T): DerivedParts;
  join(parts: DerivedParts): T | undefined;
}

/** Magic, CRC-32 of everything behind it, length of the JSON. The JSON is padded so that numbers lie aligned. */
const MAGIC = 'GRANH1\n\0';
const HEAD_bytes = 16;
const NUMBER_bytes = 8;

function pack(key: string, { meta, numbers }: DerivedParts): Buffer {
  const json = JSON.stringify({ key, meta });
  const size = Buffer.byteLength(json);
  const text = Buffer.from(json + ' '.repeat((NUMBER_bytes - (size % NUMBER_bytes)) % NUMBER_bytes));
  const body = Buffer.concat([text, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)]);
  const head = Buffer.alloc(HEAD_bytes);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(crc32(body), 8);
  head.writeUInt32LE(text.length, 12);
  return Buffer.concat([head, body]);
}

function unpack(bytes: Buffer, key: string): DerivedParts | undefined {
  if (bytes.length < HEAD_bytes || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const body = bytes.subarray(HEAD_bytes);
  if (crc32(body) !== bytes.readUInt32LE(8)) return undefined;
  const text = body.subarray(0, bytes.readUInt32LE(12));
  const json: unknown = JSON.parse(text.toString('utf8'));
  if (!isObject(json) || json['key'] !== key) return undefined;
  const numbers = Uint8Array.from(body.subarray(text.length));
  return { meta: json['meta'], numbers: new Float64Array(numbers.buffer) };
}

/**
 * A build output under `data/derived/`, with the key of what it was made from. Anything that is not whole and of
 * this very key counts as absent. For the machine that wrote it: numbers are as its processor has them.
 */
export class DerivedCache<T> {
  private readonly path: string;
  private readonly key: string;
  private readonly form: DerivedForm<T>;

  constructor(path: string, key: string, form: DerivedForm<T>) {
    this.path = path;
    this.key = key;
    this.form = form;
  }

  async read(): Promise<T | undefined> {
    try {
      const parts = unpack(await readFile(this.path), this.key);
      return parts === undefined ? undefined : this.form.join(parts);
    } catch {
      return undefined;
    }
  }

  /**
   * Written beside and moved into place, so that a reader finds the old whole or the new whole, never a part. A
   * folder that cannot be written to is a note (`derived-not-written`), not a failure.
   */
  async write(value: T): Promise<readonly Issue[]> {
    const beside = `${this.path}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(this.path), { recursive: true });
      await writeFile(beside, pack(this.key, this.form.split(value)));
      await rename(beside, this.path);
      return [];
    } catch (error) {
      await rm(beside, { force: true }).catch(() => {});
      const reason = error instanceof Error ? error.message : String(error);
      return [
        issue(
          'derived-not-written',
          [this.path],
          `Không ghi được kết quả trung gian, lần sau sẽ dựng lại: ${reason}`,
          `The intermediate result could not be kept, it will be rebuilt next time: ${reason}`,
        ),
      ];
    }
  }
}
