import type { CrsDefinition } from '../../crs/definition.js';
import { meridianText } from '../../crs/definitions.js';
import { crsDefinition } from '../../crs/lookup.js';
import { type Issue, issue, issueAt } from '../../issue.js';
import { okUnless, type Result } from '../../result.js';
import { hectares } from '../../units.js';
import type { CornerPart } from '../result.js';
import type { DeclaredDecision } from '../statement/attributes.js';
import type { CornerDocument, WrittenCell, WrittenSite } from './document.js';
import { writtenArea_m2 } from './written-area.js';

const METRE_DECIMALS = 3;
const DEGREE_DECIMALS = 9;
const HECTARE_DECIMALS = 4;
const TITLE = 'BẢNG TỌA ĐỘ CÁC ĐIỂM GÓC';
const AXIS_NOTE = 'Ghi chú: X là tọa độ Bắc, Y là tọa độ Đông, đơn vị mét.';
const SHAPES = { ring: null, line: 'Dạng: tuyến', point: 'Dạng: điểm' } as const;

/** `Hệ tọa độ VN-2000, kinh tuyến trục 106°30′, múi chiếu 3° (EPSG:9213)`. */
function systemLine({ datum, projection, id }: CrsDefinition): string {
  if (projection === null) return `Hệ tọa độ địa lý ${datum} (${id})`;
  const { centralMeridian_deg, zoneWidth_deg } = projection;
  return `Hệ tọa độ ${datum}, kinh tuyến trục ${meridianText(centralMeridian_deg)}, múi chiếu ${zoneWidth_deg}° (${id})`;
}

function decisionLine({ number, date }: DeclaredDecision): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const dated =
    year === undefined || month === undefined || day === undefined ? '' : ` ngày ${day}/${month}/${year}`;
  return `Quyết định số ${number}${dated}`;
}

function placeLine({ declared }: WrittenSite): string | null {
  const parts = [
    ...(declared.communes.length > 0 ? [`xã ${declared.communes.join(', ')}`] : []),
    ...(declared.districts.length > 0 ? [`huyện ${declared.districts.join(', ')}`] : []),
    ...(declared.provinces.length > 0 ? [`tỉnh ${declared.provinces.join(', ')}`] : []),
  ];
  return parts.length === 0 ? null : `Địa điểm: ${parts.join(', ')}`;
}

function headLines(site: WrittenSite, at: number, of: number): string[] {
  const number = of === 1 ? '' : ` ${at + 1}`;
  const area_m2 = writtenArea_m2(site);
  const lines = [
    `Khu vực${number}: ${site.name ?? ''}`.trim(),
    placeLine(site),
    site.declared.mineral === null ? null : `Khoáng sản: ${site.declared.mineral}`,
    site.declared.decision === null ? null : decisionLine(site.declared.decision),
    area_m2 === null
      ? null
      : `Diện tích: ${hectares(area_m2).toFixed(HECTARE_DECIMALS).replace('.', ',')} ha`,
    SHAPES[site.shape],
  ];
  return lines.filter((line) => line !== null);
}

function partTitle(parts: readonly CornerPart[], at: number): string | null {
  const part = parts[at];
  if (at === 0 || part === undefined) return null;
  const before = parts.slice(0, at + 1).filter((other) => other.hole === part.hole).length;
  return part.hole ? `Phần loại trừ ${before} (lỗ)` : `Phần ${before}`;
}

/** The zone number Gauss–Krüger tables write before the easting, in metres. */
function zone_m({ projection }: CrsDefinition): number {
  return projection === null ? 0 : projection.falseEasting_m - 500_000;
}

function pointRows(part: CornerPart, definition: CrsDefinition, faults: Issue[]): WrittenCell[][] {
  const decimals = definition.projection === null ? DEGREE_DECIMALS : METRE_DECIMALS;
  return part.points.map(({ label, north, east, row }, at): WrittenCell[] => {
    if (north === null || east === null) faults.push(missing(row));
    return [
      label === '' ? String(at + 1) : label,
      { number: north ?? 0, decimals },
      { number: (east ?? 0) + zone_m(definition), decimals },
    ];
  });
}

function missing(row: number): Issue {
  return issue(
    'corner-write-point',
    ['row', row],
    `Điểm ở dòng ${row} thiếu tọa độ, không viết được`,
    `The point of row ${row} lacks a coordinate and cannot be written`,
  );
}

/**
 * The rows of the official layout: title, act, system, then for each site its name, place, mineral, area and corners
 * (number, X north, Y east). Reading them back with `resolveCornerTable` gives the same sites to the millimetre.
 * Issues: `crs-unknown`, `crs-deprecated`, `corner-write-point`.
 */
export function cornerTableLines(document: CornerDocument): Result<readonly (readonly WrittenCell[])[]> {
  const found = crsDefinition(document.crs);
  if (!found.ok) return found;
  const definition = found.value;
  const geographic = definition.projection === null;
  const header = geographic
    ? ['Số hiệu điểm', 'Vĩ độ (độ)', 'Kinh độ (độ)']
    : ['Số hiệu điểm', 'X (m)', 'Y (m)'];
  const faults: Issue[] = [];
  const body = document.sites.flatMap((site, at) => [
    [],
    ...headLines(site, at, document.sites.length).map((line) => [line]),
    header,
    ...site.parts.flatMap((part, index) => {
      const title = partTitle(site.parts, index);
      const rows = pointRows(part, definition, faults);
      return title === null ? rows : [[title], ...rows];
    }),
  ]);
  const lines: WrittenCell[][] = [
    [document.title ?? TITLE],
    ...(document.decision === undefined ? [] : [[decisionLine(document.decision)]]),
    [systemLine(definition)],
    ...body,
    [],
    ...(geographic ? [] : [[AXIS_NOTE]]),
    ...(document.notes ?? []).map((note) => [`Ghi chú: ${note}`]),
  ];
  return okUnless(
    faults.map((fault) => issueAt(['sites'], fault)),
    lines,
  );
}
