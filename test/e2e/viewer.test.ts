import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { PHONE } from '../browser.js';
import { drawnValues, onScreen, settled } from './viewer-page.js';
import { textOf, viewerVisits } from './viewer-visits.js';

/** The watch units of letter 1254/STNMT-KS that the product brief names. */
const BRIEF = ['Chợ Đồn', 'Ngân Sơn', 'Na Rì'];
/** Style layers that write the names of watch units. */
const WATCHED_NAMES = ['districts-names-watched', 'communes-names-watched'];
const LETTER = '1254/STNMT-KS';
const BEFORE_REFORM = '2025-06-30';
/** What the first page may weigh, gzipped: MapLibre is 289 kB of it, the rest is ours. */
const SCRIPT_CEILING_bytes = 400_000;

const url = inject('serverUrl');
const { visit, stay, blank } = viewerVisits();

describe('the map', () => {
  it('draws every layer of the profile, from its own host only, without a complaint', async () => {
    const { page, troubles, requests } = await stay(`?asOf=${BEFORE_REFORM}`);
    expect(await drawnValues(page, ['land'], 'code')).toEqual(
      expect.arrayContaining(['06', '04', '20', '08', '19']),
    );
    expect(await drawnValues(page, ['border-zones'], 'pair')).toEqual(
      expect.arrayContaining(['06-04', '06-20', '06-08', '06-19']),
    );
    expect(await drawnValues(page, ['watch-units'], 'code')).toEqual(
      expect.arrayContaining(['064', '062', '066', '065', '058']),
    );
    for (const layer of ['borders', 'districts', 'mineral-sites', 'rivers', 'roads-casing']) {
      expect(await drawnValues(page, [layer], 'id'), layer).not.toHaveLength(0);
    }
    const hosts = new Set(
      requests.filter((asked) => asked.startsWith('http')).map((asked) => new URL(asked).origin),
    );
    expect([...hosts]).toEqual([url]);
    expect(troubles).toEqual([]);
  });

  it.each([BEFORE_REFORM, '2025-07-01'])('writes the names of the brief whole, as of %s', async (day) => {
    const { page, requests } = await stay(`?asOf=${day}`);
    const names = await drawnValues(page, WATCHED_NAMES, 'short_name');
    expect(names).toEqual(expect.arrayContaining(BRIEF));
    for (const name of names) expect(name).toBe(name.normalize('NFC'));
    // Drawn from the font files of the style, never from a substitute on the machine.
    const loaded = await page.evaluate(
      () => [...document.fonts].filter((face) => face.status === 'loaded').length,
    );
    expect(loaded).toBeGreaterThan(3);
    expect(requests.some((asked) => asked.includes('vietnamese-700'))).toBe(true);
    expect(requests.some((asked) => asked.includes('/glyphs/'))).toBe(false);
  });

  it('reads out VN-2000 and WGS 84 where the map is', async () => {
    // Checked with PROJ: 105.6 E 22.16 N is 406980.08 E 2451656.80 N in EPSG:9213.
    const { page } = await visit('?view=12.00/22.16000/105.60000');
    const readOut = page.locator('.read-out');
    await expect.poll(() => textOf(readOut)).toContain('X 2.451.656,8');
    expect(await textOf(readOut)).toContain('Y 406.980,1');
    expect(await textOf(readOut)).toContain('22,16000° B');
    expect(await textOf(readOut)).toContain('106°30′');
  });

  it('credits every dataset', async () => {
    const { page } = await stay();
    await page.locator('.credits button').click();
    const listed = await textOf(page.locator('.source-list'));
    for (const credit of ['OpenStreetMap', 'GeoNames', 'GSHHG', 'Nhà xuất bản'])
      expect(listed).toContain(credit);
    await page.keyboard.press('Escape');
  });
});

describe('a choice', () => {
  it('explains a flagged site: reason, figures, document, both sides', async () => {
    const { page, troubles } = await stay(`?asOf=${BEFORE_REFORM}`);
    await page.locator('#tab-list').click();
    await page.locator('.site-entry', { hasText: 'Kéo Lếch' }).click();
    const details = page.locator('.details');
    await details.locator('.flag').first().waitFor();
    const text = await textOf(details);
    expect(text).toContain('Kéo Lếch');
    expect(text).toContain('Vị trí theo xã, chưa rõ điểm');
    expect(text).toContain(LETTER);
    expect(text).toContain('Sở Tài nguyên và Môi trường tỉnh Bắc Kạn');
    expect(text).toContain('Căn cứ');
    expect(text).toContain('Cơ quan chịu trách nhiệm');
    expect(new URL(page.url()).searchParams.get('sel')).toMatch(/^mineral-sites\//);
    expect(troubles).toEqual([]);
  });

  it('finds a site where it is drawn', async () => {
    const { page } = await visit('?view=12.00/22.60100/105.71400');
    const sites = await drawnValues(page, ['mineral-sites'], 'site_id');
    expect(sites).toContain('BK-OFF-16');
    const { x, y } = await onScreen(page, [105.714, 22.601]);
    await page.mouse.click(x, y);
    await page.locator('.card-lead').waitFor();
    expect(await textOf(page.locator('.card-lead .card-title'))).toContain('Cọn Luông');
  });

  it('explains a commune by the letter that watches its ground, and again after a reload', async () => {
    const { page } = await visit('?view=10.50/22.17000/105.59000&asOf=2025-07-01');
    const { x, y } = await onScreen(page, [105.6, 22.15]);
    await page.mouse.click(x, y);
    const details = page.locator('.details');
    await details.locator('.citation').first().waitFor();
    const text = await textOf(details);
    expect(text).toContain('Xã Chợ Đồn');
    expect(text).toContain('Địa bàn cần lưu ý');
    expect(text).toContain(LETTER);
    await page.reload();
    await settled(page);
    await details.locator('.citation').first().waitFor();
    expect(await textOf(details)).toContain('Xã Chợ Đồn');
  });

  it('says of a zone that it is an analysis', async () => {
    const { page } = await visit('?sel=border-zones/2023:06-04:06:500-1000&asOf=2025-06-30');
    const details = page.locator('.details');
    await details.locator('.card-lead').waitFor();
    const text = await textOf(details);
    expect(text).toContain('Dải 0,5–1 km');
    expect(text).toContain('không phải ranh giới pháp lý');
    expect(text).toContain('Phía Bắc Kạn, giáp Cao Bằng');
  });

  it('asks the same place again in the other vintage', async () => {
    const { page } = await visit('?view=10.50/22.17000/105.59000&asOf=2025-07-01');
    const { x, y } = await onScreen(page, [105.6, 22.15]);
    await page.mouse.click(x, y);
    const title = page.locator('.card-lead .card-title');
    await title.filter({ hasText: 'Xã Chợ Đồn' }).waitFor();
    await page.locator('.choice-vintage input').first().check();
    await title.filter({ hasText: 'Huyện Chợ Đồn' }).waitFor();
    await page.goBack();
    await title.filter({ hasText: 'Xã Chợ Đồn' }).waitFor();
  });
});

describe('switches', () => {
  it('changes the language of everything', async () => {
    const { page } = await stay();
    await page.locator('.choice-lang input[value=en]').check();
    await page.locator('.legend', { hasText: 'Border zones' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    const text = await textOf(page.locator('#app'));
    for (const word of ['Khu vực khoáng sản', 'Chú giải', 'Danh sách', 'Đơn vị', 'Nguồn']) {
      expect(text).not.toContain(word);
    }
    await page.locator('.choice-lang input[value=vi]').check();
    await page.locator('.legend', { hasText: 'Vùng giáp ranh' }).waitFor();
  });

  it('changes the vintage: districts before the reform, communes since', async () => {
    const { page } = await stay();
    expect(await drawnValues(page, ['communes'], 'vintage')).toEqual(['2025-07-01']);
    expect(await drawnValues(page, ['districts'], 'id')).toEqual([]);
    await page.locator('.choice-vintage input').first().check();
    await expect
      .poll(() => drawnValues(page, ['districts'], 'vintage'), { timeout: 30_000 })
      .toEqual(['2023']);
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(BEFORE_REFORM);
    await page.locator('.choice-vintage input').last().check();
    await settled(page);
  });

  it('hides a layer and shows it again', async () => {
    const { page } = await stay();
    const zones = page.getByRole('switch', { name: 'Vùng giáp ranh' });
    await zones.uncheck();
    await expect.poll(() => drawnValues(page, ['border-zones'], 'id')).toEqual([]);
    expect(new URL(page.url()).searchParams.get('layers')).not.toContain('border-zones');
    await zones.check();
    await expect
      .poll(async () => (await drawnValues(page, ['border-zones'], 'id')).length)
      .toBeGreaterThan(0);
  });
});

describe('everyone', () => {
  it('reaches a flag and closes it with the keyboard alone', async () => {
    const { page } = await stay();
    await page.locator('#tab-legend').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#tab-list').getAttribute('aria-selected')).toBe('true');
    await page.locator('.site-entry').first().waitFor();
    // Past the filters, to the first site.
    const onEntry = () => page.evaluate(() => document.activeElement?.matches('.site-entry') ?? false);
    for (let step = 0; step < 5 && !(await onEntry()); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.details .card-lead').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.details').waitFor({ state: 'hidden' });
  });

  it('fits a phone: nothing runs off the side, the sheet opens, a site is explained', async () => {
    const { page, troubles } = await visit('', PHONE);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.locator('#tab-list').tap();
    await page.locator('.site-entry').first().tap();
    await page.locator('.details .card-lead').waitFor();
    expect(troubles).toEqual([]);
  });

  it('says when the server does not answer, and opens once it does', async () => {
    const watched = await blank();
    const { page } = watched;
    await page.route('**/profile.json', (route) => route.abort());
    await page.goto(url);
    await page.getByText('Chưa mở được bản đồ').waitFor();
    await page.unroute('**/profile.json');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await settled(page);
  });

  it('sends little before the first map', async () => {
    const html = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src ?? '');
    expect(scripts).toHaveLength(1);
    const sizes = await Promise.all(
      scripts.map(async (src) => {
        const script = await fetch(new URL(src, url));
        return gzipSync(Buffer.from(await script.arrayBuffer())).byteLength;
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPT_CEILING_bytes);
  });
});
