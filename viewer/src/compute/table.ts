import {
  type CornerTableResult,
  err,
  type Issue,
  isGeometry,
  issue,
  ok,
  type Result,
  resolveCornerTable,
  siteInSystem,
  tableFromBytes,
  validateGeometry,
  type WrittenSite,
  writeCornerTable,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import type { ReadAnswer, ReadAsk, TableSource } from './protocol.js';
import type { World } from './world.js';

/** A workbook is taken apart with the same package as on the server, in its build for workers. */
async function readWorkbook(bytes: Uint8Array) {
  const { default: read } = await import('read-excel-file/web-worker');
  return read(new Blob([Uint8Array.from(bytes)]), { trim: false });
}

function inputOf(source: TableSource) {
  return source.kind === 'text'
    ? Promise.resolve(ok(source.text))
    : tableFromBytes(source.bytes, source.name, readWorkbook);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A GeoJSON file's features, each valid; `undefined`: it is no GeoJSON. */
function readGeoJson({ kernel }: World, text: string): Result<readonly Feature[]> | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(
      issue('geojson-unreadable', [], `Không đọc được GeoJSON: ${why}`, `The GeoJSON cannot be read: ${why}`),
    );
  }
  const root = asRecord(parsed);
  const list: readonly unknown[] = Array.isArray(root['features']) ? root['features'] : [root];
  const features: Feature[] = [];
  const issues: Issue[] = [];
  list.forEach((one, at) => {
    const feature = asRecord(one);
    const geometry = feature['type'] === 'Feature' ? feature['geometry'] : one;
    const valid = isGeometry(geometry) ? validateGeometry(kernel, geometry) : undefined;
    if (valid === undefined) {
      issues.push(
        issue(
          'geojson-no-geometry',
          ['features', at],
          `Đối tượng ${at + 1} không có hình.`,
          `Feature ${at + 1} has no geometry.`,
        ),
      );
    } else if (!valid.ok) {
      issues.push(...valid.issues.map((fault) => ({ ...fault, path: ['features', at, ...fault.path] })));
    } else if (isGeometry(geometry)) {
      const id = feature['id'];
      features.push({
        type: 'Feature',
        id: typeof id === 'string' || typeof id === 'number' ? id : String(at + 1),
        geometry,
        properties: asRecord(feature['properties']),
      });
    }
  });
  const [first, ...rest] = issues;
  return first === undefined ? ok(features) : err(first, ...rest);
}

/** Reads what was dropped or pasted. Nothing is asked of any server. */
export async function readTable(world: World, { source, crs, repair }: ReadAsk): Promise<Result<ReadAnswer>> {
  const input = await inputOf(source);
  if (!input.ok) return input;
  const geojson = typeof input.value === 'string' ? readGeoJson(world, input.value) : undefined;
  if (geojson !== undefined) return geojson.ok ? ok({ kind: 'features', features: geojson.value }) : geojson;
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
