import {
  type AdminUnit,
  err,
  type Issue,
  type IssuePath,
  issue,
  ok,
  type Result,
  type UnitRef,
  unitRef,
} from '@giapranh/core';
import type { SiteContext } from './site-context.js';
import { cellPath, type SiteTexts, textIn } from './site-draft.js';

/** The unit of a code: in the vintage asked about, else in the only vintage that has the code. */
function byCode(code: string, { registry, asOf }: SiteContext): Result<AdminUnit> {
  const vintage = asOf === undefined ? undefined : registry.vintageAt(asOf);
  if (vintage?.ok === false) return vintage;
  const vintages = vintage === undefined ? registry.vintages : [vintage.value];
  const found = vintages
    .flatMap(({ id }) => registry.get(code, id) ?? [])
    .filter((unit) => unit.level === 'commune');
  const [first, second] = found;
  if (first === undefined)
    return err(issue('site-commune-unknown', [], `Không có xã mã ${code}.`, `There is no commune ${code}.`));
  if (second === undefined) return ok(first);
  const names = found.map((unit) => `${unit.name} (${unit.vintage})`).join('; ');
  return err(
    issue(
      'site-commune-ambiguous',
      [],
      `Mã ${code} đã được dùng lại: ${names}.`,
      `The code ${code} was reused: ${names}.`,
      { vi: 'Ghi thêm tên xã, hoặc chọn ngày.', en: 'Add the commune name, or choose the date.' },
    ),
  );
}

/** The district, else the province a row names, to look for its commune in. Issues: those of the registry. */
function parentOf(texts: SiteTexts, context: SiteContext): Result<AdminUnit | undefined> {
  const { registry, asOf, preferProvinces } = context;
  const narrowed = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(preferProvinces === undefined ? {} : { preferProvinces }),
  };
  const district = textIn(texts, 'district');
  if (district !== null) return registry.find(district, { ...narrowed, level: 'district' });
  const province = textIn(texts, 'province');
  // One province name may live in both vintages: then the commune's own name decides.
  return province === null || asOf === undefined
    ? ok(undefined)
    : registry.find(province, { ...narrowed, level: 'province' });
}

function byName(name: string, texts: SiteTexts, context: SiteContext): Result<AdminUnit> {
  const parent = parentOf(texts, context);
  if (!parent.ok) return parent;
  const { asOf, preferProvinces, registry } = context;
  return registry.find(name, {
    level: 'commune',
    ...(asOf === undefined ? {} : { asOf }),
    ...(preferProvinces === undefined ? {} : { preferProvinces }),
    ...(parent.value === undefined ? {} : { within: parent.value }),
  });
}

function listIn(texts: SiteTexts, field: 'commune' | 'commune_code'): readonly string[] {
  return (textIn(texts, field) ?? '')
    .split(/[;,]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/**
 * The communes a row names, by code or by name (several separated by `;` or `,`). Issues: `site-no-position`,
 * `site-commune-unknown`, `site-commune-ambiguous`, those of the registry, all of the row at once.
 */
export function communesNamed(
  texts: SiteTexts,
  at: IssuePath,
  context: SiteContext,
): Result<readonly UnitRef[]> {
  const codes = listIn(texts, 'commune_code');
  const field = codes.length > 0 ? 'commune_code' : 'commune';
  const path = cellPath(at, texts, field);
  const read =
    field === 'commune_code'
      ? codes.map((code) => byCode(code, context))
      : listIn(texts, 'commune').map((name) => byName(name, texts, context));
  const faults: Issue[] = read
    .flatMap((unit) => (unit.ok ? [] : unit.issues))
    .map((fault) => ({ ...fault, path }));
  if (read.length === 0) {
    faults.push(
      issue(
        'site-no-position',
        path,
        'Không có tọa độ, cũng không có xã.',
        'Neither a position nor a commune.',
      ),
    );
  }
  const [first, ...rest] = faults;
  if (first !== undefined) return err(first, ...rest);
  return ok(read.flatMap((unit) => (unit.ok ? [unitRef(unit.value)] : [])));
}
