// What an officer does in a sitting, over and over, as a script: look around, ask, search, turn back the day, compare.

/** On a busy machine a step may take a while; what it takes is not what is measured. */
const WAIT_ms = 120_000;
/** Between two acts: reading what came. */
const READING_ms = 400;

const settled = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.map === 'idle', null, { timeout: WAIT_ms });

const moved = (page, act) =>
  page.evaluate(async (what) => {
    const { map } = globalThis.giapranh;
    globalThis.frames_ms.recording = true;
    const still = new Promise((resolve) => map.once('moveend', resolve));
    if (what.by !== undefined) map.panBy(what.by, { duration: 900 });
    else map.easeTo({ zoom: map.getZoom() + what.zoom, duration: 900 });
    await still;
    globalThis.frames_ms.recording = false;
  }, act);

const pan = (x, y) => (page) => moved(page, { by: [x, y] });
const zoom = (by) => (page) => moved(page, { zoom: by });
const home = (page) => page.getByRole('button', { name: 'Về toàn vùng' }).click();

async function list(page) {
  await page.locator('#tab-list').click();
  const entries = page.locator('.site-entry');
  await entries.first().waitFor();
  const at = Math.floor(Math.random() * Math.min(12, await entries.count()));
  await entries.nth(at).click();
  await page.locator('.details .card-lead').waitFor();
  await page.keyboard.press('ArrowRight');
}

async function press(page) {
  const box = await page.locator('.maplibregl-canvas').first().boundingBox();
  await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.45);
  await page.locator('.details').waitFor();
  await page.keyboard.press('Escape');
}

async function search(page) {
  const field = page.locator('.search-field');
  await field.fill('chợ đồn');
  await page.locator('.hit').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.details .card-lead').waitFor();
  await page.keyboard.press('Escape');
}

async function vintages(page) {
  const choice = page.locator('.choice-vintage input');
  await choice.first().check({ force: true });
  await settled(page);
  await choice.last().check({ force: true });
  await settled(page);
}

async function tables(page) {
  await page.locator('#tab-list').click();
  await page.locator('.dock-switch').click();
  await page.locator('.numbers tbody tr').first().waitFor();
  await page.locator('.numbers .sort').nth(2).click();
  await page.locator('.dock-switch').click();
}

async function theme(page) {
  const button = page.getByRole('button', { name: /Nền (tối|sáng)/ });
  await button.click();
  await button.click();
}

const ROUND = [
  ...[pan(260, 60), zoom(1.5), pan(-200, 180), zoom(1.5), pan(300, -120), zoom(-1), press, zoom(-2), home],
  ...[list, pan(-160, -160), zoom(-1), search, pan(180, 90), vintages, home, tables, theme],
];

/** Notes the time between frames while the map is being moved. */
export async function watchFrames(page) {
  await page.evaluate(() => {
    const kept = { recording: false, all: [] };
    globalThis.frames_ms = kept;
    let before;
    const next = (now) => {
      if (kept.recording && before !== undefined) kept.all.push(now - before);
      before = kept.recording ? now : undefined;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

/** Goes on for `seconds`; `onround` is called after each round with the seconds gone. Answers the acts done. */
export async function sitThrough(page, seconds, onround) {
  page.setDefaultTimeout(WAIT_ms);
  const started = performance.now();
  const gone = () => (performance.now() - started) / 1000;
  let acts = 0;
  while (gone() < seconds) {
    for (const act of ROUND) {
      await act(page);
      acts += 1;
      await page.waitForTimeout(READING_ms);
      if (gone() >= seconds) break;
    }
    await onround(gone());
  }
  return acts;
}
