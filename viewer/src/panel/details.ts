import type { Viewer } from '../app/viewer.js';
import type { Found } from '../map/what-is-here.js';
import { fetchItem, type Item } from '../server/features.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { type ExplainedLayer, featureCard, isExplained } from './feature-card.js';
import { isVague } from './site-card.js';

export interface Details {
  readonly element: HTMLElement;
  /** What the map found at the chosen place; the chosen feature itself need not be among it. */
  readonly showFound: (found: readonly Found[]) => void;
}

interface Loaded extends Found {
  readonly layer: ExplainedLayer;
  readonly item: Item | null;
  readonly missing: boolean;
}

/** A card that would say the same again stays, with all that was opened in it. */
interface Drawn {
  readonly says: string;
  readonly card: HTMLElement;
}

/** Parts that were opened in a card are open in the one that takes its place. */
function openAsIn(before: HTMLElement, card: HTMLElement): void {
  for (const { className } of before.querySelectorAll('details[open]')) {
    for (const part of card.querySelectorAll('details')) if (part.className === className) part.open = true;
  }
}

/**
 * Explains the chosen place: the chosen feature first, then all else that lies there. `onlead` is told the chosen
 * feature when it has been read, and `null` when there is none.
 */
export function createDetails(
  viewer: Viewer,
  sites: JudgedSites,
  pager: HTMLElement,
  onlead: (item: Item | null) => void,
): Details {
  const body = h('div', { class: 'details-body', 'aria-live': 'polite' });
  const title = h('p', { class: 'panel-title', id: 'details-title' });
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', onclick: () => viewer.store.set({ selection: null }) },
    icon('close'),
  );
  const element = h(
    'aside',
    { class: 'details', id: 'details', 'aria-labelledby': 'details-title', tabindex: -1 },
    h('header', { class: 'panel-head' }, title, pager, close),
    body,
  );
  /** `null` while the map has not been asked yet. */
  let found: readonly Found[] | null = null;
  let turn = 0;
  /** The cards that are drawn, by feature. */
  let cards: ReadonlyMap<string, Drawn> = new Map();
  const cardOf = (layer: ExplainedLayer, item: Item, lead: boolean): readonly [string, Drawn] => {
    const key = `${layer}/${item.id}/${lead}`;
    const known = cards.get(key);
    const says = JSON.stringify([item, viewer.lang(), viewer.asOf()]);
    if (known?.says === says) return [key, known];
    const card = featureCard(layer, item, viewer, lead);
    if (known !== undefined) openAsIn(known.card, card);
    return [key, { says, card }];
  };

  const message = (heading: string, text: string, retry?: () => void): HTMLElement =>
    h(
      'div',
      { class: 'empty' },
      icon(retry === undefined ? 'pin' : 'alert'),
      h('p', { class: 'empty-title' }, heading),
      text === '' ? null : h('p', {}, text),
      retry === undefined
        ? null
        : h('button', { type: 'button', class: 'button', onclick: retry }, viewer.messages().details.retry),
    );

  const chosen = (): readonly (Found & { readonly layer: ExplainedLayer })[] => {
    const first = viewer.store.state().selection?.feature ?? null;
    const here = found ?? [];
    const all =
      first === null
        ? here
        : [first, ...here.filter((one) => one.id !== first.id || one.layer !== first.layer)];
    return all.flatMap((one) => (isExplained(one.layer) ? [{ layer: one.layer, id: one.id }] : []));
  };

  const render = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const { selection } = viewer.store.state();
    const words = viewer.messages().details;
    element.toggleAttribute('hidden', selection === null);
    document.documentElement.toggleAttribute('data-details', selection !== null);
    title.textContent = words.title;
    close.setAttribute('aria-label', viewer.messages().panel.close);
    // What is chosen and what the map found there are told one after the other: draw once for both.
    await Promise.resolve();
    if (mine !== turn) return;
    if (selection === null) {
      onlead(null);
      return;
    }
    const list = chosen();
    if (list.length === 0 && found === null) {
      replaceChildren(body, h('p', { class: 'skeleton' }, words.loading));
      return;
    }
    if (list.length === 0) {
      onlead(null);
      replaceChildren(body, message(words.nothingTitle, words.nothingText));
      return;
    }
    if (body.childElementCount === 0) replaceChildren(body, h('p', { class: 'skeleton' }, words.loading));
    body.setAttribute('aria-busy', 'true');
    const loaded = await Promise.all(
      list.map(async (one): Promise<Loaded> => {
        const answer = await fetchItem(one.layer, one.id);
        return answer.ok
          ? {
              ...one,
              item: one.layer === 'mineral-sites' ? sites.judged(answer.value) : answer.value,
              missing: false,
            }
          : { ...one, item: null, missing: answer.status === 404 };
      }),
    );
    if (mine !== turn) return;
    body.setAttribute('aria-busy', 'false');
    const [lead, ...others] = loaded;
    if (lead === undefined) return;
    onlead(lead.item);
    // A site known by its commune is drawn at a point that means nothing: the ring under it would mislead.
    const vague = lead.layer === 'mineral-sites' && lead.item !== null && isVague(lead.item.properties);
    const rest = others.filter((one) => !vague || (one.layer !== 'border-zones' && one.layer !== 'borders'));
    const also = rest.flatMap((one) => (one.item === null ? [] : [cardOf(one.layer, one.item, false)]));
    const first = lead.item === null ? null : cardOf(lead.layer, lead.item, true);
    const same = first !== null && cards.has(first[0]) && body.childElementCount > 0;
    const [top, focused] = [body.scrollTop, document.activeElement];
    replaceChildren(
      body,
      first === null
        ? message(
            lead.missing ? words.gone : words.failed,
            '',
            lead.missing ? undefined : () => void render(),
          )
        : first[1].card,
      also.length === 0 ? null : h('p', { class: 'also' }, words.alsoHere),
      ...also.map(([, { card }]) => card),
    );
    cards = new Map(first === null ? also : [first, ...also]);
    body.scrollTop = same ? top : 0;
    if (focused instanceof HTMLElement && body.contains(focused)) focused.focus({ preventScroll: true });
  };

  viewer.store.subscribe((state, before) => {
    if (state.selection !== before.selection) {
      const moved = state.selection?.at !== before.selection?.at || state.asOf !== before.asOf;
      if (moved) {
        found = null;
        body.replaceChildren();
      }
      void render();
    } else if (state.lang !== before.lang || state.asOf !== before.asOf) void render();
  });
  let judged = sites.judgedOn();
  sites.subscribe(() => {
    if (sites.judgedOn() === judged) return;
    judged = sites.judgedOn();
    if (viewer.store.state().selection?.feature?.layer === 'mineral-sites') void render();
  });
  void render();
  return {
    element,
    showFound: (next) => {
      found = next;
      void render();
    },
  };
}
