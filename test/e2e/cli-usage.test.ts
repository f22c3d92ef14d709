import { describe, expect, it } from 'vitest';
import { giapranh, giapranhProcess } from './cli-process.js';

it('is a program: arguments, input, results, messages and exit code are its process’s', async () => {
  const [fine, refused] = await Promise.all([
    giapranhProcess(['transform', '--from', 'OGC:CRS84', '--to', 'EPSG:4326'], '105.5 22.5'),
    giapranhProcess(['zones', '--bogus', '--lang', 'en']),
  ]);
  expect(fine).toEqual(
    await giapranh(['transform', '--from', 'OGC:CRS84', '--to', 'EPSG:4326'], '105.5 22.5'),
  );
  expect([fine.code, fine.out]).toEqual([0, expect.stringContaining('22.5')]);
  expect(refused).toEqual(await giapranh(['zones', '--bogus', '--lang', 'en']));
  expect([refused.code, refused.out, refused.told]).toEqual([2, '', expect.stringContaining('--bogus')]);
});

describe('help', () => {
  it.each(['units', 'borders', 'zones', 'transform', 'serve'])(
    'of %s shows an example, in both languages',
    async (command) => {
      const [vi, en] = await Promise.all([
        giapranh([command, '--help']),
        giapranh([command, '--help', '--lang', 'en']),
      ]);
      expect([vi.code, en.code, vi.told, en.told]).toEqual([0, 0, '', '']);
      expect(vi.out).toContain('Ví dụ:\n  $ ');
      expect(en.out).toContain('Example:\n  $ ');
    },
  );
});

describe('bad usage ends with 2 and one clear message', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['zone'], /zones/],
    ['an unknown option', ['zones', '--bogus'], /--bogus/],
    ['a missing option', ['transform'], /--from/],
    ['an unknown format', ['borders', '--format', 'xml'], /table, json, geojson, csv/],
    ['an unknown system', ['transform', '--from', 'EPSG:1', '--to', 'CRS84'], /crs-unknown/],
    ['an unknown profile', ['borders', '--profile', 'nowhere'], /bac-kan, can-tho/],
    ['a day that is none', ['borders', '--as-of', '2023-02-30'], /YYYY-MM-DD/],
    ['a day before all vintages', ['borders', '--as-of', '1990-01-01'], /2020-03-01/],
    ['an unknown drawing', ['borders', '--as-of', '2023-05-23', '--drawing', 'x'], /gov-2019/],
    ['an unknown unit', ['units', 'Chợ Đon', '--as-of', '2023-05-23'], /Chợ Đồn/],
    ['one unit of two', ['borders', '--between', 'Bắc Kạn', '--as-of', '2023-05-23'], /pair-expected/],
    ['units that do not touch', ['borders', '--between', '06', '04', '--as-of', '2026-01-01'], /06/],
    ['a width that is none', ['zones', '--width', '5km'], /5km/],
    ['a missing file', ['transform', 'nowhere.txt', '--from', '9213', '--to', 'CRS84'], /nowhere\.txt/],
  ])('%s', async (_what, args, message) => {
    const run = await giapranh(args);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.told).toMatch(message);
    expect(run.told).not.toMatch(/ at .*\.js:/);
  });
});
