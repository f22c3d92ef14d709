import type { Viewer } from '../app/viewer.js';
import type { ReadAnswer } from '../compute/protocol.js';
import { h } from '../ui/element.js';

/** What could be mended in one way only, and the button that asks for it; nothing is mended by itself. */
export function repairPart(
  { repairs }: Extract<ReadAnswer, { readonly kind: 'table' }>,
  viewer: Viewer,
  repaired: boolean,
  onrepair: (repair: boolean) => void,
): HTMLElement | null {
  if (repairs.length === 0) return null;
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  return h(
    'section',
    { class: 'tool-part' },
    h('h3', { class: 'tool-heading' }, repaired ? words.repaired : words.repairs),
    h('ul', { class: 'notes' }, ...repairs.map(({ message }) => h('li', {}, mending(message[lang])))),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-key': 'repair',
        onclick: () => onrepair(!repaired),
      },
      repaired ? words.unrepair : words.repair,
    ),
  );
}

/** `Đã sửa theo yêu cầu (corner-outlier): dòng 11: …` without what is said above it already. */
function mending(text: string): string {
  const said = text.replace(/^[^:]*: /u, '');
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
}
