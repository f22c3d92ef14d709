import {
  type CornerTableInput,
  type CornerTableResult,
  ok,
  type Result,
  resolveCornerTable,
  siteInSystem,
  tableFromBytes,
  type WrittenSite,
  writeCornerTable,
} from '@giapranh/core';
import { readFeatureFile } from './feature-file.js';
import type { ReadAnswer, ReadAsk, TableSource } from './protocol.js';
import type { World } from './world.js';

const workbookReader = () => import('read-excel-file/web-worker');
const kmlReader = () => import('@giapranh/formats/kml');

/** Fetches what takes files apart: once it is there, reading a file asks the server for nothing at all. */
export async function fetchReaders(): Promise<void> {
  await Promise.all([workbookReader(), kmlReader()]);
}

/** A workbook is taken apart with the same package as on the server, in its build for workers. */
async function readWorkbook(bytes: Uint8Array) {
  const { default: read } = await workbookReader();
  return read(new Blob([Uint8Array.from(bytes)]), { trim: false });
}

/** A workbook and a KMZ are both archives: the one with a KML in it is the latter. */
async function inputOf(source: TableSource): Promise<Result<CornerTableInput>> {
  if (source.kind === 'text') return ok(source.text);
  const { isZip, kmlOfKmz } = await kmlReader();
  const kml = isZip(source.bytes) ? kmlOfKmz(source.bytes, source.name) : undefined;
  return kml ?? tableFromBytes(source.bytes, source.name, readWorkbook);
}

/** Reads what was dropped or pasted. Nothing is asked of any server. */
export async function readTable(world: World, { source, crs, repair }: ReadAsk): Promise<Result<ReadAnswer>> {
  const input = await inputOf(source);
  if (!input.ok) return input;
  const name = source.kind === 'bytes' ? source.name : '';
  const brought =
    typeof input.value === 'string' ? await readFeatureFile(world, input.value, name) : undefined;
  if (brought !== undefined) return brought;
  const context = {
    gazetteer: world.gazetteer,
    kernel: world.kernel,
    ...(crs === null ? {} : { crs }),
  };
  const result = resolveCornerTable(input.value, { ...context, repair });
  const mended = repair ? result : resolveCornerTable(input.value, { ...context, repair: true });
  const repairs = mended.notes.filter(({ code }) => code === 'corner-repaired');
  return ok({ kind: 'table', input: input.value, result, repairs }, input.notes);
}

/** What was read, in the official layout. Issues: `corner-write-unsettled`. */
export function writtenTable(result: CornerTableResult, crs: string): Result<string> {
  const sites: WrittenSite[] = [];
  for (const site of result.sites) {
    const written = siteInSystem(site, crs);
    if (!written.ok) return written;
    sites.push(written.value);
  }
  return writeCornerTable({ crs, sites });
}
