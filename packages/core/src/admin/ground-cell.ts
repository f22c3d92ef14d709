import type { MultiPolygon, Polygon } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type Issue, issue } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { LineageLink } from './lineage.js';
import { splitGround } from './split.js';

/**
 * The smallest piece of ground that no drawn unit cuts: a commune, or the part of it that one former district had.
 * All units are sums of these.
 */
export interface GroundCell {
  readonly ground: Polygon | MultiPolygon;
  readonly commune: string;
  /** The whole commune is this one cell. */
  readonly whole: boolean;
  /** `null`: several, and no drawing to divide it by. */
  readonly formerDistrict: string | null;
  readonly formerProvince: string | null;
}

export interface DistrictDrawing {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Two drawings of one line lie within 99 m of each other for 90 % of Bắc Kạn's outline: strips up to twice that
 * wide are the drawings' disagreement. Measured over all communes to split, strips end at 175 m and parts of
 * districts begin at 330 m.
 */
const STRIP_WIDTH_m = 200;

interface Former {
  readonly district: string | null;
  readonly province: string;
}

/**
 * The cells of one commune. A commune made from several former districts is cut along their published outlines;
 * ground that those do not cover goes to the neighbouring part, or to the one district whose outline is missing.
 * Notes: `admin-commune-undivided`, `admin-district-without-ground`.
 */
export function groundCells(
  kernel: GeometryKernel,
  commune: { readonly code: string; readonly name: string; readonly ground: MultiPolygon },
  links: readonly LineageLink[],
  drawings: ReadonlyMap<string, DistrictDrawing>,
): Result<GroundCell[]> {
  const formers = formersOf(links);
  const cell = (ground: Polygon | MultiPolygon, whole: boolean, former: Partial<Former>): GroundCell => ({
    ground,
    commune: commune.code,
    whole,
    formerDistrict: former.district ?? null,
    formerProvince: former.province ?? null,
  });
  const [only] = formers;
  if (formers.length <= 1) return ok([cell(commune.ground, true, only ?? {})]);

  const drawn = formers.flatMap((former) => {
    const drawing = former.district === null ? undefined : drawings.get(former.district);
    return drawing === undefined ? [] : [{ former, drawing }];
  });
  const missing = formers.filter((former) => !drawn.some((entry) => entry.former === former));
  const rest: Partial<Former> =
    missing.length === 1 ? (missing[0] ?? {}) : { province: strongestProvince(links, missing) };
  if (drawn.length === 0) {
    return ok([cell(commune.ground, true, { province: rest.province ?? '' })], [undivided(commune, formers)]);
  }
  const faces = splitGround(
    kernel,
    commune.ground,
    drawn.map((entry) => entry.drawing.geometry),
    { minWidth_m: STRIP_WIDTH_m, elsewhere: missing.length === 0 ? null : drawn.length },
  );
  if (!faces.ok) return faces;
  const owners = [...drawn.map((entry): Partial<Former> => entry.former), rest];
  const area_m2 = owners.map((_, index) =>
    faces.value.reduce((sum, face) => (face.cutter === index ? sum + geodesicArea_m2(face.ground) : sum), 0),
  );
  const holders = owners.filter((_, index) => (area_m2[index] ?? 0) > 0);
  const notes = formers.flatMap((former) => {
    const index = owners.indexOf(former);
    const empty = (area_m2[index < 0 ? owners.length - 1 : index] ?? 0) === 0;
    return empty && former.district !== null ? [withoutGround(commune, former.district)] : [];
  });
  const [sole] = holders;
  if (sole !== undefined && holders.length === 1) return ok([cell(commune.ground, true, sole)], notes);
  return ok(
    faces.value.map((face) => cell(face.ground, false, owners[face.cutter] ?? {})),
    notes,
  );
}

/** District and province pairs, in the order of their codes. */
function formersOf(links: readonly LineageLink[]): Former[] {
  const found = new Map<string, Former>();
  for (const link of links) {
    const former = { district: link.fromDistrict?.code ?? null, province: link.fromProvince.code };
    found.set(`${former.province}:${former.district ?? ''}`, former);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, former]) => former);
}

/** The province most of the old communes came from, whole ones first. */
function strongestProvince(links: readonly LineageLink[], among: readonly Former[]): string {
  const votes = new Map<string, number>();
  for (const { fromProvince, kind } of links) {
    if (!among.some((former) => former.province === fromProvince.code)) continue;
    votes.set(fromProvince.code, (votes.get(fromProvince.code) ?? 0) + (kind === 'full' ? 1000 : 1));
  }
  const [[province] = ['']] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return province;
}

function undivided(commune: { code: string; name: string }, formers: readonly Former[]): Issue {
  const codes = formers.map((former) => former.district ?? former.province).join(', ');
  return issue(
    'admin-commune-undivided',
    ['communes', commune.code],
    `${commune.name} hợp thành từ nhiều huyện cũ (${codes}) mà không có nét vẽ huyện nào để chia; các huyện đó không được dựng lại.`,
    `${commune.name} was made from several former districts (${codes}) and no drawing of them divides it; those districts are not rebuilt.`,
  );
}

function withoutGround(commune: { code: string; name: string }, district: string): Issue {
  return issue(
    'admin-district-without-ground',
    ['communes', commune.code],
    `Theo nghị quyết, ${commune.name} có đất của huyện cũ mã ${district}, nhưng nét vẽ huyện đó không có phần nào rộng quá ${STRIP_WIDTH_m} m trong xã: phần đó tính cho huyện bên cạnh.`,
    `By its resolution ${commune.name} has ground of former district ${district}, but that district's drawing has no part wider than ${STRIP_WIDTH_m} m in it: that part is counted with the neighbouring district.`,
    {
      vi: 'Nét vẽ huyện có thể cũ hơn lần điều chỉnh địa giới gần nhất, hoặc bảng kế tục nhầm tên.',
      en: 'The district drawing may be older than the last change of its border, or the lineage mistook a name.',
    },
  );
}
