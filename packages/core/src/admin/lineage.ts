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
}
