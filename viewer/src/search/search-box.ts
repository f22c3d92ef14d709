import type { Viewer } from '../app/viewer.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { Corpus, Hit } from './hit.js';
import { hitRow } from './hit-row.js';

type Find = typeof import('./find.js')['find'];

const AFTER_TYPING_ms = 120;
const LIST = 'search-hits';
/** Where the header has no room for all that can be found; as `layout.css` has it. */
const NARROW = '(max-width: 760px)';

/** A field that finds units, sites, documents and coordinates; a combobox after the ARIA pattern. */
export function createSearchBox(viewer: Viewer, ongo: (hit: Hit) => void): HTMLElement {
  const field = h('input', {
    type: 'text',
    class: 'search-field',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': LIST,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const clear = h(
    'button',
    { type: 'button', class: 'icon-button search-clear', hidden: true },
    icon('close'),
  );
  const list = h('ul', { class: 'hits', role: 'listbox', id: LIST, hidden: true });
  const said = h('p', { class: 'visually-hidden', role: 'status' });
  const element = h('div', { class: 'search', role: 'search' }, icon('search'), field, clear, list, said);
  const narrow = matchMedia(NARROW);
  let hits: readonly Hit[] = [];
  let at = -1;
  let find: Find | undefined;
  let corpus: Corpus | undefined;
  let corpusOf = '';
  let timer = 0;

  const close = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const point = (next: number) => {
    const rows = [...list.querySelectorAll('.hit')];
    at = rows.length === 0 ? -1 : (next + rows.length) % rows.length;
    for (const [index, row] of rows.entries()) row.setAttribute('aria-selected', String(index === at));
    const row = rows[at];
    if (row === undefined) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    }
  };
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    close();
    field.blur();
    ongo(hit);
  };
  const draw = () => {
    const words = viewer.messages().search;
    const asked = field.value.trim();
    clear.hidden = field.value === '';
    if (asked === '') return close();
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    const groups = (['spot', 'unit', 'site', 'document'] as const).flatMap((kind) => {
      const own = hits.filter((hit) => hit.kind === kind);
      return own.length === 0
        ? []
        : [
            h('li', { class: 'hit-group', role: 'presentation' }, words.kinds[kind]),
            ...own.map((hit) => hitRow(hit, viewer, `hit-${hits.indexOf(hit)}`, () => go(hit))),
          ];
    });
    const nothing = corpus === undefined ? words.loading : words.nothing(asked);
    replaceChildren(
      list,
      ...(groups.length > 0 ? groups : [h('li', { class: 'hit-none', role: 'presentation' }, nothing)]),
    );
    said.textContent = groups.length > 0 ? words.found(hits.length) : nothing;
    point(0);
  };
  const search = () => {
    hits = find === undefined || corpus === undefined ? [] : find(field.value, corpus);
    draw();
  };
  /** The names come when somebody first wants to search, and anew for another day. */
  const prepare = async () => {
    const wanted = viewer.asOf();
    if (corpusOf === wanted) return;
    corpusOf = wanted;
    const [{ find: loaded }, { readCorpus }] = await Promise.all([
      import('./find.js'),
      import('./read-corpus.js'),
    ]);
    corpus = await readCorpus(viewer);
    find = loaded;
    if (field.value !== '' && document.activeElement === field) search();
  };
  field.addEventListener('focus', () => {
    void prepare();
    if (field.value !== '') search();
  });
  field.addEventListener('blur', close);
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, AFTER_TYPING_ms);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') point(at + 1);
    else if (event.key === 'ArrowUp') point(at - 1);
    else if (event.key === 'Enter') {
      clearTimeout(timer);
      if (find !== undefined && corpus !== undefined) hits = find(field.value, corpus);
      go(hits[Math.max(at, 0)]);
    } else if (event.key === 'Escape' && field.value !== '') {
      field.value = '';
      search();
      event.stopPropagation();
    } else return;
    if (event.key !== 'Escape') event.preventDefault();
  });
  clear.addEventListener('click', () => {
    field.value = '';
    search();
    field.focus();
  });
  const label = () => {
    const words = viewer.messages().search;
    field.placeholder = narrow.matches ? words.short : words.label;
    field.setAttribute('aria-label', words.label);
    list.setAttribute('aria-label', words.label);
    clear.setAttribute('aria-label', words.clear);
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) label();
  });
  narrow.addEventListener('change', label);
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    field.focus();
  });
  label();
  return element;
}
