import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { type IsoDate, isValidOn } from '../units.js';
import { type LineageLink, linksByFrom, linksByTo } from './lineage.js';
import { LEVEL_VI } from './records.js';
import { type AdminLevel, type AdminUnit, unitKey, type Vintage, type VintageId } from './unit.js';
import { bareKey, lacksDiacritics, type NameAsked, nameKey, readName } from './unit-name.js';

export interface NameOptions {
  /** The day asked about; its vintage decides which names there are. All vintages when absent. */
  readonly asOf?: IsoDate;
  readonly level?: AdminLevel;
  /** Only units inside this one: a province or district of the same vintage. */
  readonly within?: { readonly code: string; readonly vintage: VintageId };
  /** Province codes that are preferred where a name occurs all over the country. */
  readonly preferProvinces?: readonly string[];
}

export interface RegistrySources {
  readonly vintages: readonly Vintage[];
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
}

/** Candidates named in the message of an ambiguity. */
const NAMED_AT_MOST = 8;

/** All units of all vintages, found by number or by name; and the lineage between them. */
export class UnitRegistry {
  readonly vintages: readonly Vintage[];
  readonly linksTo: ReadonlyMap<string, readonly LineageLink[]>;
  readonly linksFrom: ReadonlyMap<string, readonly LineageLink[]>;
  readonly lineage: readonly LineageLink[];
  readonly #byKey: ReadonlyMap<string, AdminUnit>;
  readonly #byName: ReadonlyMap<string, readonly AdminUnit[]>;
  readonly #byBareName: ReadonlyMap<string, readonly AdminUnit[]>;

  constructor(sources: RegistrySources) {
    this.vintages = sources.vintages;
    this.lineage = sources.lineage;
    this.linksTo = linksByTo(sources.lineage);
    this.linksFrom = linksByFrom(sources.lineage);
    // Codes have two digits for provinces, three for districts, five for communes: no level is needed beside them.
    this.#byKey = new Map(sources.records.map((unit) => [unitKey(unit), unit]));
    this.#byName = grouped(sources.records, (unit) => nameKey(unit.shortName));
    this.#byBareName = grouped(sources.records, (unit) => bareKey(unit.shortName));
  }

  /** Issues: `admin-vintage-unknown`. */
  vintageAt(asOf: IsoDate): Result<Vintage> {
    const vintage = this.vintages.find((candidate) => isValidOn(candidate.validity, asOf));
    if (vintage !== undefined) return ok(vintage);
    const known = this.vintages.map(
      ({ id, validity }) => `${id}: ${validity.from ?? '…'} – ${validity.to ?? '…'}`,
    );
    return err(
      issue(
        'admin-vintage-unknown',
        ['asOf'],
        `Không có dữ liệu đơn vị hành chính cho ngày ${asOf} (có: ${known.join('; ')}).`,
        `There are no administrative units for ${asOf} (there are: ${known.join('; ')}).`,
      ),
    );
  }

  get(code: string, vintage: VintageId): AdminUnit | undefined {
    return this.#byKey.get(unitKey({ code, vintage }));
  }

  units(vintage: VintageId, level: AdminLevel): readonly AdminUnit[] {
    return [...this.#byKey.values()].filter((unit) => unit.vintage === vintage && unit.level === level);
  }

  /** Every unit a name may mean, in a fixed order. A name without diacritics that nobody bears means those that have them. */
  search(name: string, options: NameOptions = {}): readonly AdminUnit[] {
    const readings = readingsOf(name);
    const vintage = options.asOf === undefined ? undefined : this.vintageAt(options.asOf);
    if (vintage?.ok === false) return [];
    const fits = (unit: AdminUnit, type: string | null): boolean =>
      (vintage === undefined || unit.vintage === vintage.value.id) &&
      (options.level === undefined || unit.level === options.level) &&
      (type === null || unit.type === type) &&
      (options.within === undefined || isWithin(unit, options.within));
    const named = (byName: ReadonlyMap<string, readonly AdminUnit[]>, keyOf: (rest: string) => string) => {
      const units = readings.flatMap(({ type, rest }) =>
        (byName.get(keyOf(rest)) ?? []).filter((unit) => fits(unit, type)),
      );
      return [...new Set(units)];
    };
    const exact = named(this.#byName, nameKey);
    const unmarked = readings.every(({ rest }) => lacksDiacritics(rest));
    const found = exact.length > 0 || !unmarked ? exact : named(this.#byBareName, bareKey);
    const preferred = found.filter((unit) => options.preferProvinces?.includes(unit.provinceCode) ?? true);
    return (preferred.length > 0 ? preferred : found).toSorted(byVintageAndCode);
  }

  /** The one unit a name means. Issues: `admin-vintage-unknown`, `admin-unit-name-unknown`, `admin-unit-ambiguous`. */
  find(name: string, options: NameOptions = {}): Result<AdminUnit> {
    if (options.asOf !== undefined) {
      const vintage = this.vintageAt(options.asOf);
      if (!vintage.ok) return vintage;
    }
    const found = this.search(name, options);
    const [first, second] = found;
    if (first === undefined) return err(this.#unknown(name, options));
    return second === undefined ? ok(first) : err(ambiguous(name, found));
  }

  #unknown(name: string, options: NameOptions): Issue {
    const { asOf, level } = options;
    const near = (this.#byBareName.get(bareKey(readName(name).rest)) ?? [])
      .map(label)
      .slice(0, NAMED_AT_MOST);
    const when = {
      vi: asOf === undefined ? '' : ` ngày ${asOf}`,
      en: asOf === undefined ? '' : ` on ${asOf}`,
    };
    const [what_vi, what_en] = level === undefined ? ['', 'unit'] : [` ${LEVEL_VI[level]}`, level];
    return issue(
      'admin-unit-name-unknown',
      ['name', name],
      `Không có đơn vị${what_vi} nào tên "${name}"${when.vi}.`,
      `There is no ${what_en} named "${name}"${when.en}.`,
      near.length === 0
        ? undefined
        : { vi: `Tên gần giống: ${near.join('; ')}.`, en: `Names alike: ${near.join('; ')}.` },
    );
  }
}

/** With its first word as a type, and as a name from the start: phường Quan Hoa is no "quận Hoa". */
function readingsOf(name: string): readonly NameAsked[] {
  const asked = readName(name);
  return asked.type === null ? [asked] : [asked, { type: null, rest: name }];
}

function label(unit: AdminUnit): string {
  return `${unit.name} (${unit.code}, ${unit.vintage})`;
}

function ambiguous(name: string, found: readonly AdminUnit[]): Issue {
  const more = found.length > NAMED_AT_MOST ? '; …' : '';
  const names = found.slice(0, NAMED_AT_MOST).map(label).join('; ') + more;
  return issue(
    'admin-unit-ambiguous',
    ['name', name],
    `"${name}" có thể là ${found.length} đơn vị: ${names}.`,
    `"${name}" may mean ${found.length} units: ${names}.`,
    {
      vi: 'Ghi đủ dấu, thêm loại đơn vị (huyện, xã, …), cấp, đơn vị cấp trên hoặc ngày.',
      en: 'Write all diacritics, add the type (huyện, xã, …), the level, the parent or the date.',
    },
  );
}

function isWithin(unit: AdminUnit, parent: { readonly code: string; readonly vintage: VintageId }): boolean {
  return (
    unit.vintage === parent.vintage &&
    (unit.provinceCode === parent.code || unit.districtCode === parent.code)
  );
}

function byVintageAndCode(a: AdminUnit, b: AdminUnit): number {
  const [keyA, keyB] = [`${a.vintage}:${a.code.length}:${a.code}`, `${b.vintage}:${b.code.length}:${b.code}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

function grouped(units: readonly AdminUnit[], keyOf: (unit: AdminUnit) => string): Map<string, AdminUnit[]> {
  const map = new Map<string, AdminUnit[]>();
  for (const unit of units) {
    const list = map.get(keyOf(unit));
    if (list === undefined) map.set(keyOf(unit), [unit]);
    else list.push(unit);
  }
  return map;
}
