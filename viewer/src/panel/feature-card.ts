import type { LayerId } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import type { Item } from '../server/features.js';
import { borderCard } from './border-card.js';
import { siteCard } from './site-card.js';
import { unitCard } from './unit-card.js';
import { watchCard } from './watch-card.js';
import { zoneCard } from './zone-card.js';

/** The layers a click explains, most telling first. */
export const EXPLAINED = [
  'mineral-sites',
  'districts',
  'communes',
  'watch-units',
  'border-zones',
  'borders',
  'provinces',
] as const satisfies readonly LayerId[];

export type ExplainedLayer = (typeof EXPLAINED)[number];

export function isExplained(layer: LayerId): layer is ExplainedLayer {
  return EXPLAINED.some((one) => one === layer);
}

export function featureCard(layer: ExplainedLayer, item: Item, viewer: Viewer, lead: boolean): HTMLElement {
  switch (layer) {
    case 'mineral-sites':
      return siteCard(item, viewer, lead);
    case 'watch-units':
      return watchCard(item, viewer, lead);
    case 'border-zones':
      return zoneCard(item, viewer, lead);
    case 'borders':
      return borderCard(item, viewer, lead);
    case 'districts':
    case 'communes':
    case 'provinces':
      return unitCard(item, layer, viewer, lead);
  }
}
