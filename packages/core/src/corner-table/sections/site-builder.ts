import type { TextItem } from '../layout/layout.js';
import type { Role } from '../layout/roles.js';
import type { TablePoint } from '../points/point.js';
import type { Attribute, Part, SiteDraft } from './draft.js';

/** Columns whose new value begins a new site. */
const NEW_SITE_ROLES: readonly Role[] = ['site', 'decision', 'area'];

export function attributeText(point: TablePoint, role: Role): string {
  return point.attributes.get(role)?.text.trim() ?? '';
}

/** A site while its rows come in. */
export class SiteBuilder implements SiteDraft {
  readonly title: string | null;
  readonly #parts: { readonly hole: boolean; readonly points: TablePoint[] }[];
  readonly #texts: TextItem[];
  readonly #attributes = new Map<Role, Attribute>();

  constructor(title: string | null, texts: readonly TextItem[], hole: boolean) {
    this.title = title;
    this.#texts = [...texts];
    this.#parts = [{ hole, points: [] }];
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  get texts(): readonly TextItem[] {
    return this.#texts;
  }

  get attributes(): ReadonlyMap<Role, Attribute> {
    return this.#attributes;
  }

  /** The points of the part being filled. */
  get current(): readonly TablePoint[] {
    return this.#parts.at(-1)?.points ?? [];
  }

  addTexts(texts: readonly TextItem[]): void {
    for (const text of texts) this.#texts.push(text);
  }

  beginPart(hole: boolean): void {
    this.#parts.push({ hole, points: [] });
  }

  addPoint(point: TablePoint): void {
    this.#parts.at(-1)?.points.push(point);
    const { columns } = point.item.block;
    for (const [role, cell] of point.attributes) {
      if (cell.text.trim() === '' || this.#attributes.has(role)) continue;
      const column = columns.attributes.get(role);
      const words = column === undefined ? '' : columns.headerWords(column);
      this.#attributes.set(role, { cell, row: point.row, column: words });
    }
  }

  /** Whether the point's attribute columns speak of another site. */
  differsFrom(point: TablePoint): boolean {
    return NEW_SITE_ROLES.some((role) => {
      const value = attributeText(point, role);
      if (value === '') return false;
      // Beside a column of names, an area or decision says nothing on a row without a name.
      if (role !== 'site' && this.#attributes.has('site') && attributeText(point, 'site') === '')
        return false;
      const known = this.#attributes.get(role)?.cell.text.trim();
      return known !== undefined && known !== value;
    });
  }
}
