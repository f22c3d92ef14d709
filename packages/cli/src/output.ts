import type { Feature, FeatureCollection } from 'geojson';
import type { Language } from './language.js';
import { type Column, csvText, tableText } from './table.js';
import type { Terminal } from './terminal.js';

export const FORMATS = ['table', 'json', 'geojson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A result in all its forms; only the one asked for is made. */
export interface Rendering<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly json: () => unknown;
  /** Absent where the result has no place on a map. */
  readonly features?: () => readonly Feature[];
  /** A sentence under the table. */
  readonly footer?: string;
}

/** RFC 7946, a feature a line, so that it can be read and compared as text. */
function collectionText(features: readonly Feature[]): string {
  const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `${JSON.stringify(empty).slice(0, -2)}\n${lines}\n]}\n`;
}

export async function writeResult<Row>(
  terminal: Terminal,
  format: Format,
  language: Language,
  result: Rendering<Row>,
): Promise<void> {
  switch (format) {
    case 'json':
      return terminal.out(`${JSON.stringify(result.json(), null, 2)}\n`);
    case 'geojson':
      return terminal.out(collectionText(result.features?.() ?? []));
    case 'csv':
      return terminal.out(csvText(result.columns, result.rows));
    case 'table':
      await terminal.out(tableText(result.columns, result.rows, language));
      if (result.footer !== undefined) terminal.say(result.footer);
  }
}
