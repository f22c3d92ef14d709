import type { Viewer } from '../app/viewer.js';
import { type Child, h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** A part of a card that is asked of the server when it is opened, and only then. */
export function onDemand(
  kind: string,
  label: string,
  viewer: Viewer,
  ask: () => Promise<readonly Child[] | undefined>,
): HTMLElement {
  const body = h('div', { class: 'demand-body', role: 'status' });
  const element = h(
    'details',
    { class: `demand demand-${kind}` },
    h('summary', {}, icon('down'), h('span', {}, label)),
    body,
  );
  let asked = false;
  const fill = async () => {
    asked = true;
    const words = viewer.messages();
    replaceChildren(body, h('p', { class: 'quiet' }, words.explain.asking));
    const answer = await ask();
    if (answer !== undefined) {
      replaceChildren(body, ...answer);
      return;
    }
    replaceChildren(
      body,
      h('p', { class: 'quiet' }, words.details.failed),
      h('button', { type: 'button', class: 'link-button', onclick: () => void fill() }, words.details.retry),
    );
  };
  element.addEventListener('toggle', () => {
    if (element.open && !asked) void fill();
  });
  return element;
}
