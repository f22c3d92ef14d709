import type { FlagReport, FlagTotals, Issue, Site, SiteChange, SiteFlags, StreamDiff } from '@giapranh/core';
import {
  FLAG_CSV_COLUMNS,
  flagFeature,
  flagRows,
  UNIT_TOTAL_COLUMNS,
  WHY_NOT_COLUMN,
} from '../../flag-rows.js';
import { csvText } from '../../table.js';
import type { Terminal } from '../../terminal.js';
import type { FlagCommandOptions } from '../flag-options.js';

/** What is known when the last site has been judged. */
export interface StreamEnd {
  readonly source: string;
  readonly totals: FlagTotals;
  readonly changes: StreamDiff | undefined;
  readonly notes: readonly Issue[];
  /** By code, how many more there were than `notes` holds. */
  readonly notesLeftOut: Readonly<Record<string, number>>;
}

export interface JudgedSite {
  readonly site: Site;
  readonly flags: SiteFlags;
  /** Since the baseline, where there is one; absent too where the site has no flag, now or then. */
  readonly change: SiteChange | undefined;
}

/** Writes a result as it is made. */
export interface FlagSink {
  begin(head: Pick<FlagReport, 'as_of' | 'profile' | 'inputs'>): Promise<void>;
  sites(judged: readonly JudgedSite[]): Promise<void>;
  end(end: StreamEnd): Promise<void>;
}

/** Forms that can be written site by site. */
export const STREAM_FORMATS = ['json', 'csv', 'geojson'] as const;

export function flagSink(
  { format, by, whyNot = false, priorities = false }: FlagCommandOptions,
  terminal: Terminal,
): FlagSink | undefined {
  // Patrols are worked out from all sites at once.
  if (priorities || by === 'border-segment') return undefined;
  if (format === 'json') return jsonSink(terminal);
  if (format === 'geojson') return geoJsonSink(terminal);
  if (format !== 'csv') return undefined;
  return by === 'site' ? csvSink(terminal, whyNot) : unitSink(terminal, by);
}

/** The report of `flag --format json`, a site a line, in the order of the file. */
function jsonSink(terminal: Terminal): FlagSink {
  const separated = separator();
  return {
    async begin(head) {
      await terminal.out(`${JSON.stringify(head).slice(0, -1)},"sites":[`);
    },
    async sites(judged) {
      const lines = judged.map(
        ({ flags, change }) => `${separated()}${JSON.stringify({ ...flags, change })}`,
      );
      await terminal.out(lines.join(''));
    },
    async end({ source, totals, changes, notes, notesLeftOut }) {
      const rest = {
        summary: totals,
        sites_source: { source, count: totals.site_count },
        ...(changes === undefined ? {} : { changes }),
        notes,
        notes_left_out: notesLeftOut,
      };
      await terminal.out(`\n],${JSON.stringify(rest).slice(1)}\n`);
    },
  };
}

function geoJsonSink(terminal: Terminal): FlagSink {
  const separated = separator();
  return {
    begin: () => terminal.out('{"type":"FeatureCollection","features":['),
    async sites(judged) {
      const lines = judged.map(({ site, flags, change }) => {
        const feature = flagFeature(site, flags);
        return `${separated()}${JSON.stringify({ ...feature, properties: { ...feature.properties, change } })}`;
      });
      await terminal.out(lines.join(''));
    },
    end: () => terminal.out('\n]}\n'),
  };
}

function csvSink(terminal: Terminal, whyNot: boolean): FlagSink {
  const columns = whyNot ? [...FLAG_CSV_COLUMNS, WHY_NOT_COLUMN] : FLAG_CSV_COLUMNS;
  return {
    begin: () => terminal.out(csvText(columns, [])),
    sites: (judged) => {
      const rows = judged.flatMap(({ site, flags }) => flagRows([site], [flags]));
      return terminal.out(csvText(columns, rows, false));
    },
    end: () => Promise.resolve(),
  };
}

const TOTALS_BY = {
  commune: 'communes',
  district: 'districts',
  'former-district': 'former_districts',
} as const;

function unitSink(terminal: Terminal, by: keyof typeof TOTALS_BY): FlagSink {
  return {
    begin: () => Promise.resolve(),
    sites: () => Promise.resolve(),
    end: ({ totals }) => terminal.out(csvText(UNIT_TOTAL_COLUMNS, totals[TOTALS_BY[by]])),
  };
}

/** Nothing before the first, a comma before every other; each on a line of its own. */
function separator(): () => string {
  let first = true;
  return () => {
    const text = first ? '\n' : ',\n';
    first = false;
    return text;
  };
}
