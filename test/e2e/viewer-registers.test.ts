import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, launchBrowser, openPage, PHONE, type WatchedPage } from '../browser.js';
import { loadedCopy } from '../loaded-copy.js';
import { addUser, choosePassword, inSession, printedLink, type Session } from '../people.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { violations } from './accessibility.js';
import { drawnValues, onScreen, openViewer, settled } from './viewer-page.js';
import { eventually, textOf } from './viewer-visits.js';

/** As `people.ts` gives it to everybody. */
const PASSWORD = 'mật khẩu đủ dài để thử';
/** In xã Nghiên Loan, two kilometres from Cao Bằng. */
const PLACE: readonly [number, number] = [105.727, 22.591];
const COMMUNE = '2025-07-01:01882';
/** The ground is fetched and the engine started on two busy cores. */
const COMPUTED_ms = 120_000;
const NEAR = `?view=12.5/${PLACE[1]}/${PLACE[0]}`;

const folders = withTemporaryFolders();
let server: RunningServer;
let browser: Browser;
let admin: Session;
const open: WatchedPage[] = [];

beforeAll(async () => {
  const folder = await folders.create();
  await loadedCopy(inject('serverData'), folder);
  server = await startRunningServer({ GIAPRANH_DATA: folder });
  while (!server.output().includes('/setup?token=')) await sleep(50);
  admin = await choosePassword(server.url, printedLink(server), 'quan-tri');
  const rights = { role: 'editor', secrecy: ['public', 'internal'] } as const;
  await addUser(server.url, admin, 'chien-si', { ...rights, units: [COMMUNE] });
  await addUser(server.url, admin, 'can-bo', { ...rights, units: 'all' });
  await addUser(server.url, admin, 'nguoi-xem', { ...rights, role: 'viewer', units: 'all' });
  browser = await launchBrowser();
}, 300_000);
afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  expect(await server?.stop()).toBe(0);
});

async function visit(query = NEAR, options: BrowserContextOptions = DESKTOP): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await openViewer(watched.page, `${server.url}/${query}`);
  return watched;
}

/** One page for those tests in which an officer who is signed in goes on with the day's work. */
function atTheDesk(): { readonly page: () => Page; readonly troubles: () => readonly string[] } {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openPage(browser, DESKTOP);
    await openViewer(watched.page, `${server.url}/${NEAR}`);
    await signIn(watched.page, 'can-bo');
    await watched.page.getByRole('button', { name: 'Đang đăng nhập: can-bo' }).waitFor();
  });
  afterAll(() => watched?.context.close());
  return { page: () => watched.page, troubles: () => watched.troubles };
}

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Đăng nhập' });
  await dialog.getByLabel('Tên đăng nhập').fill(name);
  await dialog.getByLabel('Mật khẩu').fill(password);
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function openRegisters(page: Page, register = 'Vụ việc'): Promise<void> {
  await page.getByRole('tab', { name: 'Ghi sổ' }).click();
  await page.getByRole('radio', { name: register }).check({ force: true });
}

/** Of those the server has: a draft on its way stands above them. */
function firstRecord(page: Page): Locator {
  return page.locator('[aria-labelledby="register-records"] .record-row').first();
}

/** Presses on the map, as far as a hand would take: the drawing code has been fetched, and the map stands. */
async function pressAt(page: Page, place: readonly [number, number]): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['drawing'] !== undefined);
  await settled(page);
  const { x, y } = await onScreen(page, place);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

const recordsOf = async (
  register: string,
): Promise<{ id: string; properties: Record<string, unknown> }[]> => {
  const answer = await inSession(server.url, admin, 'GET', `/collections/${register}/items?limit=100`);
  return ((await answer.json()) as { features: [] }).features;
};

describe('signing in', () => {
  it('refuses a wrong password beside the field, lets in, tells who and what they may, and lets out', async () => {
    const { page } = await visit('');
    await signIn(page, 'can-bo', 'không phải mật khẩu này');
    await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const who = page.getByRole('button', { name: 'Đang đăng nhập: can-bo' });
    await who.waitFor();
    // What is for those entrusted stands in the legend now, and on no stranger's.
    await page.getByRole('switch', { name: 'Vụ việc' }).waitFor();
    await who.click();
    const dialog = page.getByRole('dialog', { name: 'can-bo' });
    expect(await textOf(dialog)).toContain('Người ghi sổ');
    expect(await textOf(dialog)).toContain('Nội bộ');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await eventually(() => page.getByRole('switch', { name: 'Vụ việc' }).isVisible()).toBe(false);
  });

  it('tells that the server cannot be reached, and of too many tries', async () => {
    const { page, context } = await visit('');
    // From the beginning: what is asked right after a route was set may still go past it.
    let isLocked = false;
    await page.route('**/session', (route) =>
      isLocked && route.request().method() === 'POST'
        ? route.fulfill({ status: 429, headers: { 'retry-after': '600' }, body: '' })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('dialog').waitFor();
    await context.setOffline(true);
    await page.getByLabel('Tên đăng nhập').fill('can-bo');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Không kết nối được máy chủ').waitFor();
    await context.setOffline(false);
    isLocked = true;
    await page.keyboard.press('Enter');
    await page.getByText('Hãy đợi khoảng 10 phút').waitFor();
  });
});

describe('what is entered at a desk', () => {
  const desk = atTheDesk();

  it('takes an incident: drawn, filled in from both sides of the border, sent, and raises the priority on the map', async () => {
    const page = desk.page();
    await openRegisters(page);
    await page.getByRole('button', { name: 'Ghi vụ việc mới' }).click();
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await page.getByText('Cần có vị trí trên bản đồ.').waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Chọn điểm' }).click();
    await pressAt(page, PLACE);
    const sides = page.locator('.sides-part');
    await sides.getByText('Xã Nghiên Loan').first().waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(sides)).toContain('Xã Phan Thanh');
    expect(await page.getByLabel('Bên bờ').inputValue()).toBe('own');
    // The press that placed the point was no question about the place.
    expect(await page.locator('.details').isVisible()).toBe(false);
    await page.getByLabel('Công an xã Phan Thanh').check();
    await page.getByLabel('Loại vụ việc').fill('Khai thác trái phép');
    await page.getByLabel('Số người').fill('bốn');
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await page.getByText('Hãy ghi một số nguyên từ 0.').waitFor();
    await page.getByLabel('Số người').fill('4');
    await page.getByLabel('Phương tiện').fill('01 máy xúc');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await eventually(() => drawnValues(page, ['record-points'], 'image')).toContain('record-incidents');
    await page
      .locator('.register-told', { hasText: 'Ưu tiên tuần tra Xã Nghiên Loan' })
      .waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(page.locator('.records').last())).toContain('01 máy xúc');
    const [record] = await recordsOf('incidents');
    expect(record?.properties).toMatchObject({
      kind: 'khai thác',
      people: 4,
      bank: 'own',
      pair: '19-04',
      unit_code: COMMUNE,
      told: ['Công an xã Phan Thanh'],
    });
    // The map's own tiles say the new figure.
    const answer = await fetch(`${server.url}/collections/communes/items/${COMMUNE}`);
    const { properties } = (await answer.json()) as { properties: { priority: number } };
    await expect
      .poll(async () => (await drawnValues(page, ['communes-area'], 'priority')).map(Number), {
        timeout: COMPUTED_ms,
      })
      .toContain(properties.priority);
    expect(desk.troubles()).toEqual([]);
  });

  it('changes it with both versions shown when somebody was faster', async () => {
    const page = desk.page();
    await openRegisters(page);
    await firstRecord(page).click();
    await page.getByRole('button', { name: 'Sửa' }).click();
    const equipment = page.getByLabel('Phương tiện');
    await equipment.fill('02 máy xúc');
    const [record] = await recordsOf('incidents');
    const path = `/collections/incidents/items/${record?.id}`;
    const etag = (await inSession(server.url, admin, 'GET', path)).headers.get('etag') ?? '';
    const faster = await fetch(server.url + path, {
      method: 'PATCH',
      headers: {
        ...{ cookie: admin.cookie, origin: server.url, 'x-csrf-token': admin.csrf, 'if-match': etag },
        'content-type': 'application/merge-patch+json',
      },
      body: JSON.stringify({ properties: { equipment: '03 máy xúc', people: 9 } }),
    });
    expect(faster.status).toBe(204);
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await page.locator('.record-row', { hasText: 'Người khác vừa sửa' }).click();
    const dialog = page.getByRole('dialog', { name: 'Người khác vừa sửa bản ghi này' });
    expect(await textOf(dialog.getByRole('row', { name: 'Phương tiện' }))).toBe(
      'Phương tiện03 máy xúc02 máy xúc',
    );
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi bản của tôi' }).click();
    await eventually(async () => (await recordsOf('incidents'))[0]?.properties['equipment']).toBe(
      '02 máy xúc',
    );
    await firstRecord(page).click();
    await page.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: 'Xóa bản ghi' }).click();
    await eventually(async () => (await recordsOf('incidents')).length).toBe(0);
    await page.getByText('Chưa có vụ việc nào.').waitFor();
  });

  it('takes an inspection by the keyboard alone, and marks a late report', async () => {
    const page = desk.page();
    await openRegisters(page, 'Kiểm tra');
    await page.getByRole('button', { name: 'Ghi cuộc kiểm tra mới' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Chọn điểm' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset['drawing'] !== undefined);
    await settled(page);
    await page.keyboard.press('Enter');
    await page.locator('.sides-part').getByText('Xã Nghiên Loan').first().waitFor({ timeout: COMPUTED_ms });
    await page.getByLabel('Hình thức').selectOption('sudden');
    await page.getByLabel('Ngày kiểm tra').fill('2/1/2026');
    await page.getByLabel('Hạn báo cáo').fill('1/1/2026');
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await page.getByText('Hạn báo cáo trước ngày kiểm tra.').waitFor();
    await page.getByLabel('Hạn báo cáo').fill('9/1/2026');
    await page.getByLabel('Tình trạng').selectOption('finishing');
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await page.locator('.record-row', { hasText: /Đột xuất.*Quá hạn \d+ ngày/ }).waitFor();
    await eventually(async () => (await recordsOf('inspections'))[0]?.properties).toMatchObject({
      kind: 'sudden',
      unit_code: COMMUNE,
    });
  });

  it('draws the ground of a levelling permit, and tells what the rules say of it before it is sent', async () => {
    const page = desk.page();
    await openRegisters(page, 'San gạt');
    await page.getByRole('button', { name: 'Ghi giấy phép mới' }).click();
    await page.getByRole('button', { name: 'Vẽ vùng' }).click();
    // On the very border with Cao Bằng.
    const [lon, lat] = [105.7655, 22.5865];
    const corners = [
      [0, 0],
      [0.004, 0],
      [0.004, 0.003],
    ] as const;
    for (const [x, y] of corners) await pressAt(page, [lon + x, lat + y]);
    await pressAt(page, [lon, lat]);
    await page.locator('.judged-part .flag').first().waitFor({ timeout: COMPUTED_ms });
    expect(await textOf(page.locator('.judged-part'))).toContain('san');
    await page.getByLabel('Số văn bản').fill('12/GP-UBND');
    await page.getByRole('button', { name: 'Gửi vào sổ' }).click();
    await eventually(async () => (await recordsOf('levelling-permits')).length).toBe(1);
    expect(Number((await recordsOf('levelling-permits'))[0]?.properties['area_declared_m2'])).toBeGreaterThan(
      10_000,
    );
    await eventually(() => drawnValues(page, ['record-shapes'], 'register')).toEqual(['levelling-permits']);
  });

  it('saves an area of a file of your own in a register', async () => {
    const page = desk.page();
    await page.getByRole('tab', { name: 'Tệp' }).click();
    await page.getByText('Đã sẵn sàng đọc.').waitFor({ timeout: COMPUTED_ms });
    const ring = [
      [105.72, 22.58],
      [105.724, 22.58],
      [105.724, 22.584],
      [105.72, 22.58],
    ];
    const area = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'moi',
          geometry: { type: 'Polygon', coordinates: [ring] },
          properties: { name: 'Mỏ mới' },
        },
      ],
    };
    await page.locator('.drop-input').setInputFiles({
      name: 'khu.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(area)),
    });
    await page.locator('#save-into').selectOption('mineral-sites');
    await page.getByRole('button', { name: 'Lưu khu vực' }).click();
    // A site like any other: the rules have judged it.
    await eventually(async () => {
      const found = (await recordsOf('mineral-sites')).find(
        ({ properties }) => properties['name'] === 'Mỏ mới',
      );
      return Number(found?.properties['flag_count'] ?? 0);
    }).toBeGreaterThan(0);
  });
});

describe('an incident', () => {
  it('is reported from the river: by the phone and its receiver, without a network, over a reload', async () => {
    const { page, context, troubles } = await visit('', { ...PHONE, serviceWorkers: 'allow' });
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: PLACE[1], longitude: PLACE[0], accuracy: 9 });
    await page.waitForFunction(() => document.documentElement.dataset['offline'] === 'ready', null, {
      timeout: 180_000,
    });
    await signIn(page, 'chien-si');
    await page.getByRole('tab', { name: 'Ghi sổ' }).click();
    await page.getByRole('button', { name: 'Ghi vụ việc mới' }).click();
    for (const button of await page.locator('.record .button').all()) {
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
    expect(await violations(page)).toEqual([]);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lấy vị trí của tôi' }).click();
    await page.getByText('Sai số khoảng 9 m').waitFor();
    await page.getByLabel('Loại vụ việc').fill('Vận chuyển trái phép');
    await page.getByText('Đã lưu tại máy này').waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole('tab', { name: 'Ghi sổ' }).click();
    const noted = async () =>
      (await recordsOf('incidents'))
        .map(({ properties }) => properties)
        .filter(({ note }) => note === 'Hai thuyền không số');
    const draft = page.locator('.record-row', { hasText: 'Vận chuyển trái phép' });
    await draft.filter({ hasText: 'Bản nháp' }).click();
    expect(await page.getByLabel('Loại vụ việc').inputValue()).toBe('Vận chuyển trái phép');
    await page.getByLabel('Ghi chú').fill('Hai thuyền không số');
    await page.locator('.form-send').click();
    await draft.filter({ hasText: 'Chờ gửi khi có mạng' }).waitFor();
    expect(await noted()).toEqual([]);
    expect(troubles.filter((one) => one.startsWith('exception'))).toEqual([]);
    await context.setOffline(false);
    // Where the ground could not be had, unit and side are worked out before it goes.
    await expect
      .poll(noted, { timeout: COMPUTED_ms })
      .toMatchObject([{ unit_code: COMMUNE, bank: 'own', pair: '19-04' }]);
    await eventually(() => page.getByText('Chờ gửi khi có mạng').count()).toBe(0);
  });
});

describe('a reader', () => {
  it('who may not write is shown neither buttons nor drafts, and a stranger nothing', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: 'Ghi sổ' }).click();
    await page.getByText('Đăng nhập để xem và ghi sổ').waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page, 'nguoi-xem');
    await page.getByText('Tài khoản này chỉ được xem.').waitFor();
    expect(await page.getByRole('button', { name: 'Ghi vụ việc mới' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Chú giải' }).click();
    await page.getByRole('switch', { name: 'Ưu tiên tuần tra theo xã' }).check();
    await eventually(
      async () => (await drawnValues(page, ['patrol-priority-communes'], 'priority')).length,
    ).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });
});
