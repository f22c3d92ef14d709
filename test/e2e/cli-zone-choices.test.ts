import { describe, expect, it } from 'vitest';
import { giapranh, jsonOf } from './cli-process.js';

interface Zone {
  readonly pair: string;
  readonly side: string;
  readonly area_m2: number;
}

const BETWEEN = ['--between', 'Thái Nguyên', 'Cao Bằng', '--as-of', '2026-01-01'];
const zones = async (...more: string[]): Promise<Zone[]> =>
  jsonOf(await giapranh(['zones', ...BETWEEN, '--width', '5000', '--format', 'json', ...more])) as Zone[];
const sum_m2 = (found: readonly Zone[]): number => found.reduce((sum, { area_m2 }) => sum + area_m2, 0);

describe('giapranh zones, by choice', () => {
  it('a plain zone leaves ground near the line in neither province; around tri-points it is counted once', async () => {
    const both = await zones();
    expect(both.map(({ side }) => side)).toEqual(['19', '04']);
    const free = await zones('--clip', 'free');
    // 5,498 ha within 5 km of the line lie in neither, by a plain buffer of the same data.
    const outside_ha = (sum_m2(free) - sum_m2(both)) / 10_000;
    expect(Math.abs(outside_ha / 5_498 - 1)).toBeLessThan(0.01);
    expect(sum_m2(await zones('--clip', 'free', '--ends', 'flat'))).toBeLessThan(sum_m2(free));
    const nearest = await zones('--tri-points', 'nearest', '--side', 'first');
    expect(nearest.map(({ side }) => side)).toEqual(['19']);
    expect(sum_m2(nearest)).toBeLessThan(both[0]?.area_m2 ?? 0);
  });

  it('a list of communes, alone and joined', async () => {
    const ask = async (...more: string[]) =>
      jsonOf(await giapranh(['zones', ...BETWEEN, '--list', 'Bằng Vân', '--format', 'json', ...more])) as {
        area_m2: number;
        communes: { name: string; area_m2: number }[];
        within_m: number | null;
      };
    const list = await ask();
    expect(list.communes.map(({ name }) => name)).toEqual(['Xã Bằng Vân']);
    expect(list.within_m).toBeNull();
    const joined = await ask('--width', '1000', '--join');
    expect(joined.within_m).toBe(1_000);
    expect(joined.area_m2).toBeGreaterThan(list.area_m2);
    const shares_m2 = joined.communes.reduce((sum, { area_m2 }) => sum + area_m2, 0);
    expect(Math.abs(shares_m2 - joined.area_m2)).toBeLessThan(10);
  });
});
