import type { Fact, Flag } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { factText } from '../format/fact.js';
import { rows } from '../panel/rows.js';
import type { Item } from '../server/features.js';
import { flagsOf } from '../sites/site-facts.js';
import { h } from '../ui/element.js';

const named = (flag: Flag, name: string): Fact | undefined => flag.facts.find((fact) => fact.name === name);

/** How far a site lies from each border its flags are about, which unit faces it there, and whom to call. */
export function borderPart(item: Item, viewer: Viewer): HTMLElement | null {
  const lang = viewer.lang();
  const messages = viewer.messages();
  const words = messages.explain;
  const far = (flag: Flag): string | null => {
    const one = named(flag, 'distance_m');
    if (one !== undefined) return factText(one, lang);
    const [from, to] = [named(flag, 'distance_min_m'), named(flag, 'distance_max_m')];
    if (from === undefined) return null;
    return to === undefined
      ? factText(from, lang)
      : words.distances(factText(from, lang), factText(to, lang));
  };
  const pairs = new Map<string, Flag>();
  for (const flag of flagsOf(item.properties)) {
    const pair = named(flag, 'border')?.value;
    if (typeof pair === 'string' && !pairs.has(pair) && far(flag) !== null && flag.contact !== null)
      pairs.set(pair, flag);
  }
  if (pairs.size === 0) return null;
  const name = (pair: string) => {
    const code = pair.split('-')[1];
    const all = [...viewer.vintage().neighbours, ...viewer.profile.vintages.flatMap((one) => one.neighbours)];
    return bareName(all.find((one) => one.code === code)?.name ?? pair);
  };
  const facing = (flag: Flag) => {
    const unit = flag.bodies.find((body) => body.side === 'neighbour' && body.unit !== null)?.unit;
    return unit?.name;
  };
  return h(
    'section',
    { class: 'card-part site-borders' },
    h('h3', { class: 'part-title' }, words.border),
    ...[...pairs].map(([pair, flag]) =>
      h(
        'div',
        { class: 'site-border' },
        h('p', { class: 'site-border-name' }, messages.facts.borderWith(name(pair))),
        rows([
          [words.distance, far(flag)],
          [words.facing, facing(flag)],
          [words.call, flag.contact?.name[lang]],
        ]),
      ),
    ),
  );
}
