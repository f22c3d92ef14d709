import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { giapranh } from './cli-process.js';

it('moves points of standard input, in the order they came', async () => {
  const there = await giapranh(
    ['transform', '--from', 'OGC:CRS84', '--to', 'EPSG:9213', '--decimals', '2'],
    '105.83 22.15\n105,6 22,16\n\n105°49′48″ 22°09′00″\n',
  );
  expect([there.code, there.told]).toEqual([0, '']);
  expect(there.out).toBe('430697.90 2450426.93\n406980.08 2451656.80\n430697.90 2450426.93\n');
  const back = await giapranh(
    ['transform', '-', '--from', '9213', '--to', 'CRS84', '--axis', 'x-north', '--decimals', '6'],
    '2450426,934 430697,901',
  );
  expect([back.code, back.out]).toEqual([0, '22.150000 105.830000\n']);
});

it('keeps the good lines of a bad file and tells each bad one by its number', async () => {
  const run = await giapranh(
    ['transform', '--from', 'EPSG:9213', '--to', 'EPSG:4326', '--decimals', '7', '--lang', 'en'],
    '430697.901 2450426.934\nĐiểm góc X Y\n2450426.934 430697.901\n430697.901 2450426.934\n',
  );
  expect(run.code).toBe(2);
  expect(run.out.trimEnd().split('\n')).toEqual(['105.8300000 22.1500000', '105.8300000 22.1500000']);
  expect(run.told).toMatch(/\[pair-expected\] line\/2/);
  expect(run.told).toMatch(/\[coordinate-out-of-range\] line\/3/);
  expect(run.told).toContain('x-north');
});

it('names the replacement of a deprecated system', async () => {
  const run = await giapranh(['transform', '--from', 'EPSG:6957', '--to', 'OGC:CRS84'], '1 2');
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.told).toContain('EPSG:5897');
});

it('ends quietly when its reader goes away', async () => {
  const main = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'transform', '--from', '9213', '--to', 'CRS84']);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stdin.on('error', () => {});
  child.stdin.write('430697.901 2450426.934\n'.repeat(100_000));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([code, told]).toEqual([0, '']);
});
