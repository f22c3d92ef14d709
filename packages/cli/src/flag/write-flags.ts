import type { Issue, PatrolPriority } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { CommandContext } from '../command.js';
import {
  FLAG_COLUMNS,
  FLAG_CSV_COLUMNS,
  type FlagRow,
  flagFeature,
  flagRows,
  UNIT_RISK_COLUMNS,
  WHY_NOT_COLUMN,
} from '../flag-rows.js';
import { type Format, writeResult } from '../output.js';
import type { Column } from '../table.js';
import { explanation } from './explanation.js';
import type { FlagCommandOptions } from './flag-options.js';
import type { FlagResult } from './flag-result.js';
import { markdownReport } from './markdown.js';
import { PRIORITY_COLUMNS, PRIORITY_CSV_COLUMNS } from './priority-rows.js';
import { sarifLog } from './sarif.js';

/** Writes the result in the form asked for; in a table, explanations follow the rows. */
export async function writeFlags(
  result: FlagResult,
  notes: readonly Issue[],
  { format, by, explain = false, whyNot = false, priorities = false }: FlagCommandOptions,
  { terminal, language }: CommandContext,
): Promise<void> {
  const { report, input, changes } = result;
  if (format === 'md') return terminal.out(markdownReport(result, language));
  if (format === 'sarif') {
    return terminal.out(`${JSON.stringify(sarifLog(result, language), null, 2)}\n`);
  }
  const byId = new Map(input.sites.map((site) => [site.id, site]));
  const forms = {
    json: () => ({
      ...report,
      inputs: { ...report.inputs, sites: { source: input.source, count: input.sites.length } },
      ...(changes === undefined ? {} : { changes }),
      notes,
    }),
    features: () =>
      report.sites.flatMap((flags) => {
        const site = byId.get(flags.site_id);
        return site === undefined ? [] : [flagFeature(site, flags)];
      }),
  };
  const patrol = report.priorities;
  if (patrol !== undefined && (by === 'border-segment' || priorities)) {
    const rows = by === 'border-segment' ? patrol.segments : patrol.units;
    const columns = format === 'csv' ? PRIORITY_CSV_COLUMNS : PRIORITY_COLUMNS;
    return writeResult(terminal, format, language, {
      columns,
      rows,
      ...forms,
      ...(by === 'border-segment' ? { features: () => rows.flatMap(segmentFeature) } : {}),
    });
  }
  if (by !== 'site') {
    const { communes, districts, former_districts } = report.summary;
    const rows = by === 'commune' ? communes : by === 'former-district' ? former_districts : districts;
    return writeResult(terminal, format, language, { columns: UNIT_RISK_COLUMNS, rows, ...forms });
  }
  await writeResult(terminal, format, language, {
    columns: columnsOf(format, whyNot),
    rows: flagRows(input.sites, report.sites),
    ...forms,
  });
  if (format !== 'table' || !(explain || whyNot)) return;
  for (const flags of report.sites) {
    const site = byId.get(flags.site_id);
    if (site !== undefined) await terminal.out(`\n${explanation(site, flags, language)}\n`);
  }
}

function columnsOf(format: Format, whyNot: boolean): readonly Column<FlagRow>[] {
  if (format !== 'csv') return FLAG_COLUMNS;
  return whyNot ? [...FLAG_CSV_COLUMNS, WHY_NOT_COLUMN] : FLAG_CSV_COLUMNS;
}

function segmentFeature({ geometry, ...properties }: PatrolPriority): readonly Feature[] {
  return geometry === undefined ? [] : [{ type: 'Feature', id: properties.id, geometry, properties }];
}
