import { extname } from 'node:path';
import {
  type CornerDocument,
  type CornerTableResult,
  err,
  type Issue,
  issue,
  ok,
  type Result,
  siteInSystem,
  type WrittenSite,
  writeCornerTable,
} from '@giapranh/core';
import { cornerTableXlsx } from '@giapranh/formats';

function collected(results: readonly Result<WrittenSite>[]): Result<WrittenSite[]> {
  const issues: Issue[] = [];
  const sites: WrittenSite[] = [];
  for (const result of results) {
    if (result.ok) sites.push(result.value);
    else issues.push(...result.issues);
  }
  const [first, ...rest] = issues;
  return first === undefined ? ok(sites) : err(first, ...rest);
}

/** What was read as the bytes of an official table, CSV or XLSX by the file's name. */
export async function writtenTable(
  result: CornerTableResult,
  file: string,
  writeCrs: string | undefined,
): Promise<Result<string | Uint8Array>> {
  const crs = writeCrs ?? result.sites[0]?.crs?.split('~')[0];
  if (crs === undefined) {
    return err(
      issue(
        'corner-write-unsettled',
        [file],
        'Chưa có khu vực nào xác định được hệ tọa độ để viết lại.',
        'No site has a settled coordinate system to write.',
      ),
    );
  }
  const sites = collected(result.sites.map((site) => siteInSystem(site, crs)));
  if (!sites.ok) return sites;
  const document: CornerDocument = { crs, sites: sites.value };
  switch (extname(file).toLowerCase()) {
    case '.xlsx':
      return cornerTableXlsx(document);
    case '.csv':
      return writeCornerTable(document);
    default:
      return err(
        issue(
          'corner-write-kind',
          [file],
          'Tệp viết ra phải có đuôi .csv hoặc .xlsx.',
          'The file to write must end in .csv or .xlsx.',
        ),
      );
  }
}
