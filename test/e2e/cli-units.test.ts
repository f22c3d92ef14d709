import { describe, expect, it } from 'vitest';
import { giapranh, jsonOf } from './cli-process.js';

interface Relation {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  readonly share: number | null;
}

interface Units {
  readonly matches: readonly {
    code: string;
    vintage: string;
    name: string;
    level: string;
    parents: readonly { name: string }[];
    valid: { from: string | null; to: string | null };
  }[];
  readonly became: readonly Relation[];
  readonly was: readonly Relation[];
  readonly same_name: readonly Relation[];
  readonly same_code: readonly Relation[];
}

async function units(...args: readonly string[]): Promise<Units> {
  return jsonOf(await giapranh(['units', ...args, '--format', 'json'])) as Units;
}

describe('units', () => {
  it('follows huyện Chợ Đồn through the reform', async () => {
    const found = await units('Chợ Đồn', '--as-of', '2023-05-23', '--to', '2026-01-01');
    expect(found.matches).toMatchObject([
      {
        code: '064',
        vintage: '2023',
        name: 'Huyện Chợ Đồn',
        level: 'district',
        parents: [{ name: 'Tỉnh Bắc Kạn' }],
        valid: { to: '2025-07-01' },
      },
    ]);
    const kinds = (kind: string) => found.became.filter((one) => one.kind === kind).map(({ code }) => code);
    expect(kinds('whole')).toEqual(['02020', '02026', '02038', '02044', '02071', '02083']);
    expect(kinds('mixed')).toEqual(['01933', '02014']);
    // The shares of all successors make the district.
    expect(found.became.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 4);
    expect(found.same_name.map(({ name }) => name)).toEqual(['Xã Chợ Đồn']);
  });

  it('tells a reused code from a successor', async () => {
    const found = await units('01864', '--as-of', '2026-01-01');
    expect(found.matches.map(({ name }) => name)).toEqual(['Xã Bằng Thành']);
    expect(found.same_code.map(({ name }) => name)).toEqual(['Xã Bộc Bố']);
    expect(found.was.map(({ name }) => name)).toContain('Xã Bộc Bố');
  });

  it('gives every meaning of a name', async () => {
    const found = await units('Bắc Kạn', '--as-of', '2023-05-23');
    expect(found.matches.map(({ code }) => code)).toEqual(['06', '058']);
  });

  it('lists the units of the profile without a name', async () => {
    const { matches } = await units('--as-of', '2023-05-23', '--level', 'district');
    expect(matches.map(({ name }) => name)).toContain('Huyện Na Rì');
    expect(matches).toHaveLength(8);
    const cantho = await units('--profile', 'can-tho', '--as-of', '2023-05-23', '--level', 'district');
    expect(cantho.matches).toHaveLength(9);
  });
});
