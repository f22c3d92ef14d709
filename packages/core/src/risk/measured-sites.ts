import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { Site } from './site.js';

type OfSites = WeakMap<Site, readonly SiteOverlap[]>;

/** What sites of a ground were found to have in common with it, by what was measured and the site's id. */
export type MeasuredDocument = Readonly<Record<string, Readonly<Record<string, readonly SiteOverlap[]>>>>;

/**
 * What sites were measured to have in common with ground that does not change: the same site is not measured again, and
 * what was measured of the profile's own ground can be kept from one run to the next.
 */
export class MeasuredSites {
  readonly #kept = new WeakMap<object, Map<string, OfSites>>();

  /** What is known of sites over a ground. `what`: which part of it, and how far around. */
  of(ground: object, what: string): OfSites {
    const parts = this.#kept.get(ground) ?? new Map<string, OfSites>();
    this.#kept.set(ground, parts);
    const known = parts.get(what) ?? new WeakMap();
    parts.set(what, known);
    return known;
  }

  /** What is known of some sites over a ground, as plain data. */
  document(ground: object, sites: readonly Site[]): MeasuredDocument {
    const parts = [...(this.#kept.get(ground) ?? [])];
    return Object.fromEntries(
      parts.map(([what, known]) => [
        what,
        Object.fromEntries(
          sites.flatMap((site) => (known.has(site) ? [[site.id, known.get(site) ?? []]] : [])),
        ),
      ]),
    );
  }

  /** Takes over what was known of the very same sites over the very same ground. */
  take(ground: object, sites: readonly Site[], document: MeasuredDocument): void {
    for (const [what, bySite] of Object.entries(document)) {
      const known = this.of(ground, what);
      for (const site of sites) {
        const overlaps = bySite[site.id];
        if (overlaps !== undefined) known.set(site, overlaps);
      }
    }
  }
}
