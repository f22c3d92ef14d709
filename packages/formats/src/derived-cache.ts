import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Issue, issue } from '@giapranh/core';
import { isObject } from './record.js';
import { eachLine } from './text-file.js';

const pack = promisify(gzip);

/**
 * A build output under `data/derived/`: a list of values, one JSON line each behind a header that names the key of
 * what it was made from. Anything that is not whole and of this very key counts as absent.
 */
export class DerivedCache<T> {
  private readonly path: string;
  private readonly key: string;
  private readonly isValue: (value: unknown) => value is T;

  constructor(path: string, key: string, isValue: (value: unknown) => value is T) {
    this.path = path;
    this.key = key;
    this.isValue = isValue;
  }

  async read(): Promise<readonly T[] | undefined> {
    const values: T[] = [];
    let header: unknown;
    try {
      const read = await eachLine(this.path, (line, number) => {
        const value: unknown = JSON.parse(line);
        if (number === 1) header = value;
        else if (this.isValue(value)) values.push(value);
      });
      if (!read.ok || !isObject(header)) return undefined;
    } catch {
      return undefined;
    }
    return header['key'] === this.key && header['count'] === values.length ? values : undefined;
  }

  /**
   * Written beside and moved into place, so that a reader finds the old whole or the new whole, never a part. A
   * folder that cannot be written to is a note (`derived-not-written`), not a failure.
   */
  async write(values: readonly T[]): Promise<readonly Issue[]> {
    const lines = [JSON.stringify({ key: this.key, count: values.length })];
    for (const value of values) lines.push(JSON.stringify(value));
    const beside = `${this.path}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(this.path), { recursive: true });
      await writeFile(beside, await pack(lines.join('\n'), { level: 1 }));
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
