import type { Viewer } from '../app/viewer.js';
import { createSessionButton } from '../session/session-button.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon, mark } from '../ui/icon.js';
import { createChoice } from './choice.js';

/** Whose map this is, in which language and light. */
export function createHeader(viewer: Viewer, search: HTMLElement): HTMLElement {
  const { store, profile } = viewer;
  const skip = h('a', { class: 'skip', href: '#map' });
  const name = h('span', { class: 'brand-name' });
  const tagline = h('span', { class: 'brand-tagline' });
  const scope = h('span', { class: 'brand-scope' });
  const language = createChoice('lang', (value) => store.set({ lang: value === 'en' ? 'en' : 'vi' }));
  const theme = h('button', {
    type: 'button',
    class: 'icon-button',
    onclick: () => store.set({ theme: store.state().theme === 'dark' ? 'light' : 'dark' }),
  });
  const draw = () => {
    const words = viewer.messages();
    const dark = store.state().theme === 'dark';
    skip.textContent = words.app.skip;
    name.textContent = words.app.name;
    tagline.textContent = words.app.tagline;
    scope.textContent = profile.title[viewer.lang()];
    language.show(
      words.language.label,
      [
        { value: 'vi', label: 'VI', title: words.language.vi },
        { value: 'en', label: 'EN', title: words.language.en },
      ],
      viewer.lang(),
    );
    const other = dark ? words.theme.light : words.theme.dark;
    replaceChildren(theme, icon(dark ? 'sun' : 'moon'));
    theme.setAttribute('aria-label', other);
    theme.title = other;
    document.title = words.app.title;
    document.documentElement.lang = viewer.lang();
    document.documentElement.dataset['theme'] = store.state().theme;
  };
  store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.theme !== before.theme) draw();
  });
  draw();
  return h(
    'header',
    { class: 'top' },
    skip,
    h('h1', { class: 'brand' }, mark(), name, h('span', { class: 'brand-more' }, tagline, scope)),
    search,
    h('div', { class: 'top-tools' }, createSessionButton(viewer), language.element, theme),
  );
}
