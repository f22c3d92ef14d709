import type { VintageId } from './unit.js';

/**
 * One old commune and one new commune that shares ground with it.
 * `full`: all of the old commune went into the new one; `partial`: only a part did.
 */
export interface LineageLink {
  readonly from: { readonly code: string; readonly name: string; readonly vintage: VintageId };
  readonly fromDistrict: { readonly code: string; readonly name: string } | null;
  readonly fromProvince: { readonly code: string; readonly name: string };
  readonly to: { readonly code: string; readonly name: string; readonly vintage: VintageId };
  readonly kind: 'full' | 'partial';
  /** The act that moved the ground; absent where the sources name none. */
  readonly madeBy?: LineageAct;
}

export interface LineageAct {
  /** `1683/NQ-UBTVQH15`; a range of numbers where which of them it was is not known. */
  readonly number: string;
  readonly sure: boolean;
}

/** Links by the code of the new commune. */
export function linksByTo(links: readonly LineageLink[]): ReadonlyMap<string, readonly LineageLink[]> {
  return grouped(links, (link) => link.to.code);
}

/** Links by the code of the old commune. */
export function linksByFrom(links: readonly LineageLink[]): ReadonlyMap<string, readonly LineageLink[]> {
  return grouped(links, (link) => link.from.code);
}

function grouped(
  links: readonly LineageLink[],
  keyOf: (link: LineageLink) => string,
): ReadonlyMap<string, readonly LineageLink[]> {
  const map = new Map<string, LineageLink[]>();
  for (const link of links) {
    const list = map.get(keyOf(link));
    if (list === undefined) map.set(keyOf(link), [link]);
    else list.push(link);
  }
  return map;
}
