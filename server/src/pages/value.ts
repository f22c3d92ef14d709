import { bboxOf, isGeometry } from '@giapranh/core';
import type { Language } from '../language.js';
import { escaped, isWebAddress } from './escape.js';

type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DEEPEST = 6;

/** Any JSON value as HTML: a list of objects is a table, an object its members. */
export function valueHtml(value: unknown, language: Language, depth = 0): string {
  if (value === null || value === undefined) return '<span class="none">–</span>';
  if (typeof value === 'string') return isWebAddress(value) ? anchor(value, value) : escaped(value);
  if (typeof value === 'number') return `<span class="number">${numberHtml(value, language)}</span>`;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return listHtml(value, language, depth + 1);
  if (isGeometry(value)) return geometryHtml(value);
  return isMembers(value) ? membersHtml(value, language, depth + 1) : '';
}

const YES_NO = { vi: ['có', 'không'], en: ['yes', 'no'] } as const;

/** Codes and years stay as they are; long figures are grouped as each language does. */
function numberHtml(value: number, language: Language): string {
  const text = value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 });
  return Math.abs(value) < 10_000 ? String(value) : text;
}

export function anchor(href: string, text: string): string {
  return `<a href="${escaped(href)}">${escaped(text)}</a>`;
}

function geometryHtml(geometry: Parameters<typeof bboxOf>[0]): string {
  const box = bboxOf(geometry).map((value) => value.toFixed(5));
  return `${escaped(geometry.type)} <span class="number">[${box.join(', ')}]</span>`;
}

function listHtml(list: readonly unknown[], language: Language, depth: number): string {
  if (list.length === 0) return '<span class="none">–</span>';
  if (list.every(isMembers)) return tableHtml(list, language, depth);
  if (list.every((item) => typeof item !== 'object')) {
    return list.map((item) => valueHtml(item, language, depth)).join(list.length > 4 ? '<br>' : ', ');
  }
  return `<ul>${list.map((item) => `<li>${valueHtml(item, language, depth)}</li>`).join('')}</ul>`;
}

/** One row an object; the columns are all their members, in the order they come. */
export function tableHtml(rows: readonly Members[], language: Language, depth = 0): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = names.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${names.map((name) => `<td>${valueHtml(row[name], language, depth)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function membersHtml(members: Members, language: Language, depth: number): string {
  const rows = Object.entries(members).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${valueHtml(value, language, depth)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}
