import { err, issue, type LineageLink, ok, type Result, type VintageId } from '@giapranh/core';
import { withColumns } from '../csv-columns.js';
import { parseCsv } from '../csv-table.js';
import type { Dataset } from '../manifest.js';

const COLUMNS = [
  'old_commune_code',
  'old_commune',
  'old_district_code',
  'old_district',
  'old_province_code',
  'old_province',
  'new_commune_code',
  'new_commune',
  'new_province_code',
  'kind',
  'new_code_in_geometry_if_different',
] as const;

function madeBy(acts: NonNullable<Dataset['made_by']>, province: string): Pick<LineageLink, 'madeBy'> {
  const own = acts.find(({ subjects }) => subjects?.includes(province));
  const act = own ?? acts.find(({ subjects }) => subjects === undefined);
  return act === undefined ? {} : { madeBy: { number: act.number, sure: act === own } };
}

/**
 * The links from old communes to new ones. Where the list of the new vintage numbers a commune differently from
 * the resolutions, the list's code is used. An island district that had no communes stands for itself, by its
 * three-digit code. Issues: those of `parseCsv`, `csv-column-missing`, `lineage-kind`.
 */
export function parseLineage(
  text: string,
  vintages: { readonly from: VintageId; readonly to: VintageId },
  name: string,
  acts: Dataset['made_by'] = [],
): Result<readonly LineageLink[]> {
  const table = parseCsv(text, name);
  if (!table.ok) return table;
  const rows = withColumns(table.value, COLUMNS, name);
  if (!rows.ok) return rows;
  const faults = [...table.notes];
  const links: LineageLink[] = [];
  for (const row of rows.value) {
    const kind = row.kind;
    if (kind !== 'full' && kind !== 'partial') {
      faults.push(
        issue(
          'lineage-kind',
          ['row', row.row, 'column', 'kind'],
          `Không hiểu kiểu kế tục "${kind}".`,
          `This kind of succession is not known: "${kind}".`,
        ),
      );
      continue;
    }
    const island = row.old_commune_code === '';
    links.push({
      from: {
        code: island ? row.old_district_code : row.old_commune_code,
        name: row.old_commune,
        vintage: vintages.from,
      },
      fromDistrict: { code: row.old_district_code, name: row.old_district },
      fromProvince: { code: row.old_province_code, name: row.old_province },
      to: {
        code: row.new_code_in_geometry_if_different || row.new_commune_code,
        name: row.new_commune,
        vintage: vintages.to,
      },
      kind,
      ...madeBy(acts, row.new_province_code),
    });
  }
  const [first, ...rest] = faults;
  return first === undefined ? ok(links) : err(first, ...rest);
}
