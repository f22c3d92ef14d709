import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { CHECKOUT } from './cli-process.js';

const run = promisify(execFile);
const server = inject('serverUrl');
const readme = await readFile(join(CHECKOUT, 'README.md'), 'utf8');

interface Snippet {
  readonly language: string;
  readonly code: string;
  readonly line: number;
  /** The reason the README itself gives for not running it here. */
  readonly notRun: string | undefined;
}

const snippets: Snippet[] = [
  ...readme.matchAll(/(?:<!-- not run: (?<why>[^>]+) -->\n)?```(?<language>sh|js)\n(?<code>[\s\S]*?)```/g),
].map((match) => ({
  language: match.groups?.['language'] ?? '',
  code: match.groups?.['code'] ?? '',
  line: readme.slice(0, match.index).split('\n').length,
  notRun: match.groups?.['why'],
}));

/** The shell of the reader has pnpm and the server at its default address; this one has neither. */
const forThisMachine = (code: string): string =>
  code
    .replaceAll('pnpm giapranh', `'${process.execPath}' scripts/giapranh.mjs`)
    .replaceAll('http://127.0.0.1:8080', server);

async function printed(snippet: Snippet): Promise<string> {
  if (snippet.language === 'sh') {
    const script = `set -euo pipefail\n${forThisMachine(snippet.code)}`;
    return (await run('bash', ['-c', script], { cwd: CHECKOUT, maxBuffer: 2 ** 26 })).stdout;
  }
  const file = join(CHECKOUT, 'test/.tmp', `readme-${snippet.line}.mjs`);
  await mkdir(join(CHECKOUT, 'test/.tmp'), { recursive: true });
  await writeFile(file, forThisMachine(snippet.code));
  return (await run(process.execPath, [file], { cwd: CHECKOUT })).stdout;
}

describe('README', () => {
  it('has its shell and library snippets, and says why the two commands are not run', () => {
    expect(snippets.filter((snippet) => snippet.notRun === undefined).length).toBe(4);
    expect(snippets.filter((snippet) => snippet.notRun !== undefined).length).toBe(2);
  });

  it.each(snippets.filter((snippet) => snippet.notRun === undefined))(
    'line $line runs and prints what it is about',
    async (snippet) => {
      const out = await printed(snippet);
      const expected = snippet.code.includes('curl')
        ? [/"border-zones"/, /"numberMatched"/, /^200 [1-9]\d+ bytes$/m]
        : snippet.code.includes('giapranhClient')
          ? [/Chợ Đồn \d+/, /^[1-9]\d* of \d{4}-\d{2}-\d{2}$/m]
          : snippet.language === 'js'
            ? [/157\.81 km/, /Tỉnh Bắc Kạn 6\d{4} ha/]
            : [
                /Tỉnh Cao Bằng/,
                /BK-OFF-16/,
                /Chợ Đồn/,
                /^22\.58869\d+ 105\.70250\d+$/m,
                /chắc chắn – EPSG:9213/,
              ];
      for (const pattern of expected) expect(out).toMatch(pattern);
    },
  );
});
