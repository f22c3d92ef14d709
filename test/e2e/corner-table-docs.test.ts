import { readFileSync } from 'node:fs';
import { resolveCornerTable } from '@giapranh/core';
import { describe, expect, it } from 'vitest';
import { giapranh } from './cli-process.js';

const page = readFileSync(new URL('../../docs/corner-tables.md', import.meta.url), 'utf8');

interface Session {
  readonly command: string;
  readonly printed: string;
  readonly code: number;
}

const sessions: Session[] = [
  ...page.matchAll(/```console\n\$ pnpm giapranh (.+)\n([\s\S]*?)```\n\n[^\n]*exit code: (\d)/g),
].map(([, command = '', printed = '', code = '']) => ({ command, printed, code: Number(code) }));

describe('docs/corner-tables.md', () => {
  it('has its sessions', () => expect(sessions.length).toBeGreaterThanOrEqual(7));

  it.each(sessions)('shows what $command prints', async ({ command, printed, code }) => {
    const run = await giapranh(command.split(' '));
    expect(run.out + run.told).toBe(printed);
    expect(run.code).toBe(code);
  });

  it('has a script that does what it says', () => {
    const text = /const text = `([\s\S]*?)`/.exec(page)?.[1] ?? '';
    const { verdict, readings, sites } = resolveCornerTable(text);
    expect([verdict, readings[0]?.crs, sites[0]?.area?.grid_m2?.toFixed(1)]).toEqual([
      'likely',
      'EPSG:9213',
      '49276.8',
    ]);
  });
});
