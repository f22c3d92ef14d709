import 'virtual:tokens.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import './css/base.css';
import './css/layout.css';
import './css/controls.css';
import './css/legend.css';
import './css/details.css';
import './css/map.css';
import { buildPage } from './app/page.js';
import { createViewer } from './app/viewer.js';
import { MESSAGES } from './messages/messages.js';
import { fetchProfile } from './server/catalogue.js';
import { bindAddress } from './state/address.js';
import { createStore } from './state/store.js';
import { readState } from './state/view-state.js';
import { h, replaceChildren } from './ui/element.js';
import { icon } from './ui/icon.js';
import { offerPageFonts } from './ui/page-fonts.js';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has lost its #app');

async function open(page: HTMLElement): Promise<void> {
  const store = createStore(readState(location.search));
  const words = MESSAGES[store.state().lang];
  const profile = await fetchProfile();
  if (!profile.ok) {
    const retry = h(
      'button',
      { type: 'button', class: 'button', onclick: () => void open(page) },
      words.failure.retry,
    );
    replaceChildren(
      page,
      h(
        'div',
        { class: 'empty empty-page', role: 'alert' },
        icon('alert'),
        h('p', { class: 'empty-title' }, words.failure.title),
        h('p', {}, words.failure.text),
        retry,
      ),
    );
    return;
  }
  bindAddress(store);
  buildPage(page, createViewer(profile.value, store));
}

offerPageFonts();
void open(root);
