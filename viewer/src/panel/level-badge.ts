import type { Messages } from '../messages/messages.js';
import type { SiteLevel } from '../style/tokens.js';
import { SITE_LEVELS, type SitePlace, siteSymbolName } from '../symbols/symbols.js';
import { h } from '../ui/element.js';
import { symbolImage } from '../ui/symbol-image.js';

export function readLevel(value: unknown): SiteLevel {
  return SITE_LEVELS.find((level) => level === value) ?? 'none';
}

/** Shape, colour and word together. */
export function levelBadge(level: SiteLevel, messages: Messages, place: SitePlace = 'exact'): HTMLElement {
  const words = level === 'none' ? messages.level.ofNone : messages.level.of(messages.level[level]);
  return h(
    'span',
    { class: `badge badge-${level}` },
    symbolImage(siteSymbolName(level, place), 'symbol symbol-small'),
    words,
  );
}
