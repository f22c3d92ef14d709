import { type Child, h } from '../ui/element.js';

export interface CardParts {
  readonly kind: string;
  readonly title: string;
  readonly badge?: Child;
  readonly note?: Child;
  readonly body: readonly Child[];
}

/** One thing at the chosen place. The first card of the panel carries the heading of the panel. */
export function card(parts: CardParts, lead: boolean): HTMLElement {
  return h(
    'article',
    { class: lead ? 'card card-lead' : 'card' },
    h(
      'header',
      { class: 'card-head' },
      h('p', { class: 'eyebrow' }, parts.kind),
      h(lead ? 'h2' : 'h3', { class: 'card-title' }, parts.title),
      parts.badge ?? null,
    ),
    parts.note ?? null,
    ...parts.body,
  );
}

export function note(text: string, tone: 'plain' | 'warn', strong?: string): HTMLElement {
  return h(
    'p',
    { class: `note note-${tone}` },
    strong === undefined ? null : h('strong', {}, strong, '. '),
    text,
  );
}
