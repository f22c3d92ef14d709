import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { err, issue, ok, type Result } from '@giapranh/core';
import type { Terminal } from './terminal.js';

/** Whether there is something to read: `-`, or a file. Issue: `file-missing`. */
export async function checkInput(path: string): Promise<Result<string>> {
  const found =
    path === '-'
      ? true
      : await stat(path).then(
          (entry) => !entry.isDirectory(),
          () => false,
        );
  if (found) return ok(path);
  return err(issue('file-missing', [path], `Không có tệp “${path}”.`, `There is no file "${path}".`));
}

/** The text of standard input (`-`) or of a file, plain or gzip, as it comes. */
export async function* inputPieces(path: string, terminal: Terminal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytesOf(path, terminal)) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The lines of standard input (`-`) or of a file, plain or gzip, without their ends and byte order mark. */
export async function* inputLines(path: string, terminal: Terminal): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const text of inputPieces(path, terminal)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield trimmed(line, first);
      first = false;
    }
  }
  if (rest !== '') yield trimmed(rest, first);
}

/** The whole of standard input. */
export async function inputText(terminal: Terminal): Promise<string> {
  const lines: string[] = [];
  for await (const line of inputLines('-', terminal)) lines.push(line);
  return lines.join('\n');
}

function bytesOf(path: string, terminal: Terminal): AsyncIterable<string | Uint8Array> {
  if (path === '-') return terminal.input;
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

/** `TextDecoder` drops a byte order mark itself; a string chunk may still carry one. */
function trimmed(line: string, first: boolean): string {
  const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
  return first && whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
}
