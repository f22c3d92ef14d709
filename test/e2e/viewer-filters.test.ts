import { describe, expect, inject, it } from 'vitest';
import { drawnValues, settled } from './viewer-page.js';
import { eventually, textOf, viewerVisits } from './viewer-visits.js';

const DAY = '2025-06-30';
const url = inject('serverUrl');
const { visit } = viewerVisits();

interface Site {
  readonly properties: Readonly<Record<string, unknown>>;
}

async function sitesWhere(passes: (site: Site['properties']) => boolean): Promise<string[]> {
  const answer = await fetch(`${url}/collections/mineral-sites/items?asOf=${DAY}&limit=1000`);
  const { features } = (await answer.json()) as { features: readonly Site[] };
  return features
    .filter(({ properties }) => passes(properties))
    .map(({ properties }) => String(properties['site_id']));
}

describe('filters', () => {
  it('leave on the list and on the map only what passes, and say how many; the address keeps them', async () => {
    const { page, troubles } = await visit(`?asOf=${DAY}`);
    await page.locator('#tab-list').click();
    await page.locator('.site-entry').first().waitFor();
    const shown = page.locator('.filter-shown');
    const all = (await sitesWhere(() => true)).length;
    await eventually(() => textOf(shown)).toBe(`${all} / ${all} khu vực`);
    await page.getByRole('button', { name: 'Bộ lọc' }).click();
    await page.getByRole('checkbox', { name: 'Trung bình' }).check();
    const medium = await sitesWhere(({ level }) => level === 'medium');
    await eventually(() => textOf(shown)).toBe(`${medium.length} / ${all} khu vực`);
    expect(await page.locator('.site-entry').count()).toBe(medium.length);
    await eventually(() => drawnValues(page, ['mineral-sites'], 'level')).toEqual(['medium']);
    expect(new URL(page.url()).searchParams.get('level')).toBe('medium');
    await page.getByRole('button', { name: 'Bỏ điều kiện: Trung bình' }).click();
    await eventually(() => textOf(shown)).toBe(`${all} / ${all} khu vực`);
    expect(new URL(page.url()).searchParams.get('level')).toBeNull();
    expect(troubles).toEqual([]);
  });

  it('ask by rule, unit, mineral and day of the decision together, straight from the address', async () => {
    const expected = await sitesWhere(
      ({ place, mineral_vi, decision_date, flags }) =>
        String(place).includes('Huyện Chợ Đồn') &&
        ['chì kẽm', 'cát, sỏi'].includes(String(mineral_vi)) &&
        String(decision_date ?? '') >= '2018-01-01' &&
        (flags as readonly { rule: string }[]).some(({ rule }) => rule === 'watch-unit-1254'),
    );
    expect(expected.length).toBeGreaterThan(1);
    const query = new URLSearchParams([
      ['asOf', DAY],
      ['rule', 'watch-unit-1254'],
      ['unit', 'Huyện Chợ Đồn'],
      ['mineral', 'chì kẽm'],
      ['mineral', 'cát, sỏi'],
      ['from', '2018-01-01'],
    ]);
    const { page } = await visit(`?${query}`);
    await page.locator('#tab-list').click();
    await eventually(() => page.locator('.site-entry').count()).toBe(expected.length);
    await settled(page);
    await eventually(async () => (await drawnValues(page, ['mineral-sites'], 'site_id')).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(await page.locator('.filter-chip').count()).toBe(5);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await eventually(() => page.locator('.site-entry').count()).toBeGreaterThan(expected.length);
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['asOf']);
  });

  it('say when nothing passes, with the way back', async () => {
    const { page } = await visit(`?asOf=${DAY}&unit=Huy%E1%BB%87n%20kh%C3%B4ng%20c%C3%B3`);
    await page.locator('#tab-list').click();
    await page.getByText('Không có khu vực nào đúng điều kiện lọc').waitFor();
    await page.locator('.site-groups').getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.locator('.site-entry').first().waitFor();
  });
});
