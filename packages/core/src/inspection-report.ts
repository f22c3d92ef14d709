import type { LayerFeature } from './feature.js';
import type { IsoDate } from './units.js';

interface InspectionCounts {
  readonly inspections: number;
  readonly planned: number;
  readonly sudden: number;
  readonly open: number;
  readonly finishing: number;
  readonly concluded: number;
  readonly suspended: number;
  /** Whose kind or status the record does not say. */
  readonly unsaid: number;
  readonly establishments: number;
  /** Not concluded on the day asked about, though the report was due before it. */
  readonly overdue: number;
}

export interface InspectionRow extends InspectionCounts {
  /** As the records name it; `null` for those that name none. */
  readonly unit: string | null;
}

interface OverdueReport {
  readonly id: string;
  readonly unit: string | null;
  readonly due_on: string;
  readonly days_late: number;
  readonly status: string | null;
}

interface InspectionReport {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly as_of: IsoDate;
  readonly total: InspectionCounts;
  readonly units: readonly InspectionRow[];
  /** The latest first. */
  readonly overdue: readonly OverdueReport[];
  /** Records that do not say their day: in no period. */
  readonly without_day: number;
}

interface ReportPeriod {
  /** First and last day of the inspections; `null` is open. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The day on which reports are late or not. */
  readonly asOf: IsoDate;
}

const DAY_ms = 86_400_000;

function textOf({ properties }: LayerFeature, name: string): string | null {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function lateDays(feature: LayerFeature, asOf: IsoDate): number {
  const due = textOf(feature, 'due_on');
  if (due === null || textOf(feature, 'status') === 'concluded' || due >= asOf) return 0;
  return Math.round((Date.parse(asOf) - Date.parse(due)) / DAY_ms);
}

const KINDS = ['planned', 'sudden'];
const STATUSES = ['open', 'finishing', 'concluded', 'suspended'];

function countsOf(features: readonly LayerFeature[], asOf: IsoDate): InspectionCounts {
  const having = (name: string, value: string) =>
    features.filter((feature) => textOf(feature, name) === value).length;
  const establishments = features.reduce((sum, { properties }) => {
    const count = properties['establishments'];
    return sum + (typeof count === 'number' ? count : 0);
  }, 0);
  const isSaid = (feature: LayerFeature): boolean =>
    KINDS.includes(textOf(feature, 'kind') ?? '') && STATUSES.includes(textOf(feature, 'status') ?? '');
  return {
    inspections: features.length,
    planned: having('kind', 'planned'),
    sudden: having('kind', 'sudden'),
    open: having('status', 'open'),
    finishing: having('status', 'finishing'),
    concluded: having('status', 'concluded'),
    suspended: having('status', 'suspended'),
    unsaid: features.filter((feature) => !isSaid(feature)).length,
    establishments,
    overdue: features.filter((feature) => lateDays(feature, asOf) > 0).length,
  };
}

/** Counts of inspections (`inspected_on` in the period) by unit, and whose reports are late (`due_on`). */
export function inspectionReport(
  inspections: readonly LayerFeature[],
  { from, to, asOf }: ReportPeriod,
): InspectionReport {
  const dayOf = (feature: LayerFeature) => textOf(feature, 'inspected_on');
  const within = inspections.filter((feature) => {
    const day = dayOf(feature);
    if (day === null) return from === null && to === null;
    return (from === null || day >= from) && (to === null || day <= to);
  });
  const byUnit = new Map<string | null, LayerFeature[]>();
  for (const feature of within) {
    const unit = textOf(feature, 'unit_code');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), feature]);
  }
  const units = [...byUnit].map(([unit, features]) => ({ unit, ...countsOf(features, asOf) }));
  const late = within.map((feature) => ({
    id: feature.id,
    unit: textOf(feature, 'unit_code'),
    due_on: textOf(feature, 'due_on') ?? '',
    days_late: lateDays(feature, asOf),
    status: textOf(feature, 'status'),
  }));
  return {
    ...{ from, to, as_of: asOf },
    total: countsOf(within, asOf),
    units: units.toSorted((a, b) => ((a.unit ?? '~') < (b.unit ?? '~') ? -1 : 1)),
    overdue: late.filter(({ days_late }) => days_late > 0).toSorted((a, b) => b.days_late - a.days_late),
    without_day: inspections.filter((feature) => dayOf(feature) === null).length,
  };
}
