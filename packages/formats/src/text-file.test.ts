import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachLine, readText } from './text-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

it('reads plain and packed text alike, line by line, without byte order mark and carriage returns', async () => {
  const text = '\uFEFFmột\r\nhai\r\n\r\nba';
  for (const path of [await file('a.txt', text), await file('a.txt.gz', gzipSync(text))]) {
    const lines: string[] = [];
    const read = await eachLine(path, (line, number) => lines.push(`${number} ${line}`));
    expect(read.ok && read.value).toBe(4);
    expect(lines).toEqual(['1 một', '2 hai', '3 ', '4 ba']);
  }
});

it('keeps letters whole that lie across two reads', async () => {
  const text = 'ă'.repeat(400_000);
  const read = await readText(await file('long.txt', `x${text}`));
  expect(read.ok && read.value === `x${text}`).toBe(true);
});

it('says what is wrong with a file that is absent, a folder, broken or too large', async () => {
  const whole = gzipSync('abc'.repeat(1000));
  const limits = { file_bytes: 100, text_bytes: 50, records: 1 };
  const codes = [
    await readText(join(folder, 'absent.txt')),
    await readText(folder),
    await readText(await file('cut.gz', whole.subarray(0, 20))),
    await readText(await file('no.gz', 'not packed')),
    await readText(await file('big.txt', 'x'.repeat(101)), limits),
    await readText(await file('bomb.gz', whole), limits),
  ].map((read) => (read.ok ? 'ok' : read.issues[0].code));
  expect(codes).toEqual([
    'file-missing',
    'file-unreadable',
    'file-unreadable',
    'file-unreadable',
    'file-too-large',
    'file-too-large',
  ]);
});
