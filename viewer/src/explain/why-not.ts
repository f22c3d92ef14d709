import type { WhyNot } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { runProcess } from '../server/run-process.js';
import { h } from '../ui/element.js';
import { onDemand } from './on-demand.js';

/** The rules that did not flag a site, each with its reason; asked of the server when opened. */
export function whyNotPart(item: Item, viewer: Viewer): HTMLElement | null {
  const id = text(item.properties, 'site_id');
  if (id === undefined) return null;
  const lang = viewer.lang();
  const words = viewer.messages().explain;
  const asOf = text(item.properties, 'as_of') ?? viewer.asOf();
  const entry = ({ title, cause, reason }: WhyNot) =>
    h(
      'li',
      { class: 'why-not' },
      h('p', { class: 'why-not-title' }, title[lang]),
      h('p', {}, h('span', { class: `chip chip-cause-${cause}` }, words.causes[cause])),
      h('p', { class: 'why-not-reason' }, reason[lang]),
    );
  return onDemand('why-not', words.whyNot, viewer, async () => {
    const answer = await runProcess('flag-sites', { as_of: asOf, site_ids: [id], why_not: true });
    const rules = answer.ok ? answer.value.sites[0]?.why_not : undefined;
    if (rules === undefined) return undefined;
    return [h('ul', { class: 'why-nots' }, ...rules.map(entry))];
  });
}
