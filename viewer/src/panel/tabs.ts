import { h, replaceChildren } from '../ui/element.js';

export interface Tab {
  readonly id: string;
  readonly label: () => string;
  readonly content: HTMLElement;
}

export interface Tabs {
  readonly bar: HTMLElement;
  readonly panels: readonly HTMLElement[];
  readonly relabel: () => void;
  readonly select: (id: string) => void;
}

/** Tabs after the ARIA pattern: one stop for the Tab key, arrows move between them. */
export function createTabs(tabs: readonly Tab[], onselect: (id: string) => void): Tabs {
  let chosen = tabs[0]?.id ?? '';
  const bar = h('div', { class: 'tabs', role: 'tablist' });
  const buttons = tabs.map((tab) =>
    h('button', {
      type: 'button',
      role: 'tab',
      class: 'tab',
      id: `tab-${tab.id}`,
      'aria-controls': `panel-${tab.id}`,
      onclick: () => {
        select(tab.id);
        onselect(tab.id);
      },
    }),
  );
  const panels = tabs.map((tab) =>
    h(
      'div',
      { class: 'tab-panel', role: 'tabpanel', id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}` },
      tab.content,
    ),
  );
  const relabel = () => {
    tabs.forEach((tab, at) => {
      const button = buttons[at];
      const panel = panels[at];
      if (button === undefined || panel === undefined) return;
      const on = tab.id === chosen;
      replaceChildren(button, tab.label());
      button.setAttribute('aria-selected', String(on));
      button.tabIndex = on ? 0 : -1;
      panel.hidden = !on;
    });
  };
  const select = (id: string) => {
    chosen = id;
    relabel();
  };
  bar.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = (at + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (tab === undefined) return;
    select(tab.id);
    onselect(tab.id);
    buttons[next]?.focus();
    event.preventDefault();
  });
  bar.append(...buttons);
  relabel();
  return { bar, panels, relabel, select };
}
