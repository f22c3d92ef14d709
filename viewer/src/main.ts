import 'virtual:tokens.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import './css/base.css';
import './css/layout.css';
import './css/controls.css';
import './css/legend.css';
import './css/details.css';
import './css/map.css';
import './css/compass.css';
import './css/no-map.css';
import './css/measure.css';
import './css/search.css';
import './css/tools.css';
import './css/import.css';
import './filter/filter.css';
import './explain/explain.css';
import './time/time.css';
import './numbers/numbers.css';
import { buildPage } from './app/page.js';
import { createViewer } from './app/viewer.js';
import { type Lang, MESSAGES } from './messages/messages.js';
import { bundle } from './offline/bundle.js';
import { serverStanding } from './offline/standing.js';
import { hearWorker } from './offline/start-worker.js';
import { fetchProfile } from './server/catalogue.js';
import { bindAddress } from './state/address.js';
import { createStore } from './state/store.js';
import { readState } from './state/view-state.js';
import { holdToday } from './state/vintage.js';
import { h, replaceChildren } from './ui/element.js';
import { icon } from './ui/icon.js';
import { offerPageFonts } from './ui/page-fonts.js';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has lost its #app');

const STARTING = 503;
const ASK_AGAIN_ms = 2000;

function showFailure(page: HTMLElement, status: number | null, lang: Lang): void {
  const words = MESSAGES[lang].failure;
  const starting = status === STARTING;
  const again = () => void open(page);
  if (starting) setTimeout(again, ASK_AGAIN_ms);
  replaceChildren(
    page,
    h(
      'div',
      { class: 'empty empty-page', role: 'alert' },
      icon(starting ? 'info' : 'alert'),
      h('p', { class: 'empty-title' }, starting ? words.startingTitle : words.title),
      h('p', {}, starting ? words.startingText : words.text),
      starting ? null : h('button', { type: 'button', class: 'button', onclick: again }, words.retry),
    ),
  );
}

async function open(page: HTMLElement): Promise<void> {
  const store = createStore(readState(location.search));
  const profile = await fetchProfile();
  if (!profile.ok) {
    showFailure(page, profile.status, store.state().lang);
    return;
  }
  const kept = serverStanding().since();
  const [day] = bundle()?.days ?? [];
  if (kept !== undefined) holdToday(day === undefined ? kept : new Date(`${day}T05:00:00Z`));
  bindAddress(store);
  buildPage(page, createViewer(profile.value, store));
}

const folder = bundle();
if (folder !== undefined) serverStanding().used(new Date(folder.taken_at));
hearWorker();
offerPageFonts();
void open(root);
