import {
  type Issue,
  type IssuePath,
  issue,
  type NumberStyle,
  readNumber,
  type Site,
  SQUARE_METRES_PER_HECTARE,
} from '@giapranh/core';
import type { SiteField } from './site-fields.js';
import { activityOf, dateOf } from './site-values.js';

/** One cell, with the column it came from. */
export interface SiteText {
  readonly text: string;
  readonly column: string;
  /** A number already, such as JSON has them: no decimal mark to find. */
  readonly number?: number;
}

/** The texts of one site by field. */
export type SiteTexts = Readonly<Partial<Record<SiteField, SiteText>>>;

export function textIn(texts: SiteTexts, field: SiteField): string | null {
  const text = texts[field]?.text.trim() ?? '';
  return text === '' ? null : text;
}

export function cellPath(at: IssuePath, texts: SiteTexts, field: SiteField): IssuePath {
  return [...at, 'column', texts[field]?.column ?? field];
}

/**
 * How the row writes its numbers. Degrees are below a thousand, so their mark is the decimal one, and the rest of
 * the row follows them; without degrees `1.250` stays an open question.
 */
function styleOf(texts: SiteTexts, field: SiteField): NumberStyle {
  if (field === 'lon' || field === 'lat') return { loneSeparator: 'decimal' };
  const degrees = `${textIn(texts, 'lon') ?? ''}${textIn(texts, 'lat') ?? ''}`;
  if (degrees.includes(',')) return { decimal: ',' };
  return degrees.includes('.') ? { decimal: '.' } : {};
}

/**
 * A number as people write it, decimal comma or point; `null` when the cell is empty, `undefined` when it cannot
 * be read, with an issue.
 */
export function numberIn(
  texts: SiteTexts,
  field: SiteField,
  at: IssuePath,
  faults: Issue[],
): number | null | undefined {
  const known = texts[field]?.number;
  if (known !== undefined) return known;
  const text = textIn(texts, field);
  if (text === null) return null;
  const number = readNumber(text, styleOf(texts, field));
  if (number.ok) return number.value.value;
  faults.push(...number.issues.map((fault) => ({ ...fault, path: cellPath(at, texts, field) })));
  return undefined;
}

/** What a site is apart from where it is. Faults in these fields are notes: the site is still good. */
export type SiteDescription = Omit<Site, 'geometry' | 'precision'>;

export function describeSite(
  texts: SiteTexts,
  fallbackId: string,
  at: IssuePath,
  properties: Site['properties'],
  notes: Issue[],
): SiteDescription {
  const id = textIn(texts, 'id') ?? fallbackId;
  const area_ha = numberIn(texts, 'area_ha', at, notes) ?? null;
  const area_m2 =
    area_ha === null ? (numberIn(texts, 'area_m2', at, notes) ?? null) : area_ha * SQUARE_METRES_PER_HECTARE;
  const mineral = textIn(texts, 'mineral') ?? textIn(texts, 'mineral_en');
  const number = textIn(texts, 'decision');
  const day = textIn(texts, 'decision_date');
  const date = dateOf(day);
  if (day !== null && date === null) {
    notes.push(
      issue(
        'site-date',
        cellPath(at, texts, 'decision_date'),
        `"${day}" không phải ngày đủ; để trống.`,
        `"${day}" is not a whole date; left empty.`,
      ),
    );
  }
  return {
    id,
    name: textIn(texts, 'name') ?? id,
    activity: activityOf(textIn(texts, 'activity')),
    mineral: mineral === null ? null : { vi: mineral, en: textIn(texts, 'mineral_en') ?? mineral },
    areaDeclared_m2: area_m2,
    decision: number === null ? null : { number, date, issuer: textIn(texts, 'issuer') },
    properties,
  };
}
