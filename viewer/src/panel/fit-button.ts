import { bboxOf } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** Shows the whole of what a card is about; `null` for a point, and where there is no map. */
export function fitButton({ geometry }: Item, viewer: Viewer): HTMLElement | null {
  const fit = viewer.fit();
  if (fit === null || geometry.type === 'Point') return null;
  return h(
    'button',
    { type: 'button', class: 'button button-small fit', onclick: () => fit(bboxOf(geometry)) },
    icon('home'),
    viewer.messages().map.fit,
  );
}
