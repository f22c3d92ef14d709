import type { Viewer } from '../app/viewer.js';
import { type Collection, fetchCollections } from '../server/catalogue.js';
import { h, replaceChildren } from '../ui/element.js';

export interface Credits {
  /** Always on the page: one line, and a button for the whole list. */
  readonly line: HTMLElement;
  readonly dialog: HTMLDialogElement;
}

/** The credits a collection's `attribution` holds, one a dataset. */
export function credits(collections: readonly Collection[], lang: 'vi' | 'en'): string[] {
  const all = collections.flatMap(({ attribution }) => {
    if (attribution === undefined) return [];
    const text = typeof attribution === 'string' ? attribution : attribution[lang];
    return text.split('; ').map((one) => one.trim());
  });
  return [...new Set(all.filter((one) => one !== ''))];
}

/** Who made the data. Every dataset is named on the page, and in full with its licence in the dialog. */
export function createCredits(viewer: Viewer): Credits {
  const text = h('span', { class: 'credits-text' });
  const open = h('button', { type: 'button', class: 'link-button' });
  const line = h('div', { class: 'credits' }, open, text);
  const title = h('h2', { id: 'sources-title' });
  const list = h('ul', { class: 'source-list' });
  const software = h('p', { class: 'quiet' });
  const close = h('button', { type: 'button', class: 'button' });
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'sources-title' },
    title,
    list,
    software,
    h('div', { class: 'dialog-foot' }, close),
  );
  close.addEventListener('click', () => dialog.close());
  open.addEventListener('click', () => dialog.showModal());

  const draw = async () => {
    const words = viewer.messages();
    title.textContent = words.sources.title;
    open.textContent = words.sources.short;
    open.title = words.sources.open;
    software.textContent = words.sources.software;
    close.textContent = words.panel.close;
    const answer = await fetchCollections(viewer.lang());
    const named = answer.ok ? credits(answer.value.collections, viewer.lang()) : [];
    text.textContent = answer.ok ? named.join(' · ') : words.sources.failed;
    text.title = text.textContent;
    replaceChildren(list, ...named.map((one) => h('li', {}, one)));
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) void draw();
  });
  void draw();
  return { line, dialog };
}
