import { type Child, h } from '../ui/element.js';

export interface CardParts {
  readonly kind: string;
  readonly title: string;
  readonly badge?: Child;
  readonly note?: Child;
  /** What can be done with it, under its title. */
  readonly acts?: readonly Child[];
  readonly body: readonly Child[];
}

/** One thing at the chosen place. The first card of the panel carries the heading of the panel. */
export function card(parts: CardParts, lead: boolean): HTMLElement {
  const acts = (parts.acts ?? []).filter(Boolean);
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
    acts.length === 0 ? null : h('p', { class: 'card-acts' }, ...acts),
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
