import { daysBetween } from '../../calendar.js';
import type { IsoDate } from '../../units.js';
import type { Figure } from './threshold.js';
import { writtenDay } from './written-day.js';

/** How many days before a day a written one was; `null` for one that is later, or cannot be read. */
export function ageOn(asOf: IsoDate, written: string): Figure | null {
  const span = writtenDay(written);
  if (span === undefined || span.first > asOf) return null;
  const most = daysBetween(span.first, asOf);
  const least = Math.max(0, daysBetween(span.last, asOf));
  return { value: (most + least) / 2, error: (most - least) / 2 };
}

/** A property as people wrote it; empty where there is none. */
export function propertyText(properties: Readonly<Record<string, unknown>>, name: string): string {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
