import type { Issue } from '@giapranh/core';
import type { CommandContext } from '../command.js';
import { FLAG_COLUMNS, FLAG_CSV_COLUMNS, flagFeature, flagRows, UNIT_RISK_COLUMNS } from '../flag-rows.js';
import { writeResult } from '../output.js';
import { explanation } from './explanation.js';
import type { FlagCommandOptions } from './flag-options.js';
import type { FlagResult } from './flag-result.js';
import { markdownReport } from './markdown.js';
import { sarifLog } from './sarif.js';

/** Writes the result in the form asked for; in a table, explanations follow the rows. */
export async function writeFlags(
  result: FlagResult,
  notes: readonly Issue[],
  { format, by, explain = false, whyNot = false }: FlagCommandOptions,
  { terminal, language, config }: CommandContext,
): Promise<void> {
  const { report, input, changes } = result;
  if (format === 'md') return terminal.out(markdownReport(result, language));
  if (format === 'sarif') {
    return terminal.out(`${JSON.stringify(sarifLog(result, config.version, language), null, 2)}\n`);
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
  if (by !== 'site') {
    const rows = by === 'commune' ? report.summary.communes : report.summary.districts;
    return writeResult(terminal, format, language, { columns: UNIT_RISK_COLUMNS, rows, ...forms });
  }
  await writeResult(terminal, format, language, {
    columns: format === 'csv' ? FLAG_CSV_COLUMNS : FLAG_COLUMNS,
    rows: flagRows(input.sites, report.sites),
    ...forms,
  });
  if (format !== 'table' || !(explain || whyNot)) return;
  for (const flags of report.sites) {
    const site = byId.get(flags.site_id);
    if (site !== undefined) await terminal.out(`\n${explanation(site, flags, language)}\n`);
  }
}
