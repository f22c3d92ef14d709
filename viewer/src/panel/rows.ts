import { type Child, h } from '../ui/element.js';

export type Row = readonly [label: string, value: Child];

/** Labels and values in two aligned columns; rows without a value are left out. */
export function rows(entries: readonly Row[]): HTMLElement | null {
  const kept = entries.filter(([, value]) => value !== null && value !== undefined && value !== false);
  if (kept.length === 0) return null;
  return h(
    'dl',
    { class: 'rows' },
    ...kept.flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]),
  );
}
