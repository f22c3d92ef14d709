import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { err, ok, type Result } from '@giapranh/core';
import { fileFault, tooLarge } from './file-fault.js';
import { READ_LIMITS, type ReadLimits } from './limits.js';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Streams a UTF-8 text file, plain or (by its name) gzip, line by line; line ends and a byte order mark are
 * dropped. Gives the number of lines. Issues: `file-missing`, `file-unreadable`, `file-too-large`.
 */
export async function eachLine(
  path: string,
  onLine: (line: string, number: number) => void,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<number>> {
  let lines = 0;
  let rest = '';
  const emit = (text: string): void => {
    lines += 1;
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    onLine(lines === 1 && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line, lines);
  };
  try {
    if ((await stat(path)).size > limits.file_bytes) return err(tooLarge(path, limits));
    const file = createReadStream(path, { highWaterMark: 1 << 18 });
    const bytes = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
    const decoder = new StringDecoder('utf8');
    let size_bytes = 0;
    for await (const chunk of bytes) {
      const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size_bytes += piece.length;
      if (size_bytes > limits.text_bytes) return err(tooLarge(path, limits));
      const parts = (rest + decoder.write(piece)).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) emit(part);
    }
    rest += decoder.end();
    if (rest !== '') emit(rest);
    return ok(lines);
  } catch (error) {
    return err(fileFault(path, error));
  }
}

/** The whole text of a file, plain or gzip, without its byte order mark. Issues as `eachLine`. */
export async function readText(path: string, limits: ReadLimits = READ_LIMITS): Promise<Result<string>> {
  const lines: string[] = [];
  const read = await eachLine(path, (line) => lines.push(line), limits);
  return read.ok ? ok(lines.join('\n')) : read;
}
