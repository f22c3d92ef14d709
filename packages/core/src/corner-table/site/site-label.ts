import type { LocalText } from '../../issue.js';

/** What a site is called in sentences: its name in quotes, or its number. */
export function siteLabel({ id, name }: { readonly id: string; readonly name: string | null }): LocalText {
  return name === null ? { vi: `khu vực ${id}`, en: `site ${id}` } : { vi: `“${name}”`, en: `"${name}"` };
}
