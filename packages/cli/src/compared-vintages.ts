import { type AdminLevel, compareVintages, type RealChange } from '@giapranh/core';
import { type CommandContext, text } from './command.js';
import { disputedFeature } from './compared-drawings.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { numberText } from './language.js';
import { type Format, writeResult } from './output.js';
import { reportIssues } from './report.js';
import type { Session } from './session.js';
import type { Column } from './table.js';

const COLUMNS: readonly Column<RealChange>[] = [
  {
    name: 'from',
    title: { vi: 'Từ', en: 'From' },
    value: ({ from }) => from.code,
    cell: ({ from }) => `${from.name} (${from.code})`,
  },
  {
    name: 'to',
    title: { vi: 'Thành', en: 'To' },
    value: ({ to }) => to.code,
    cell: ({ to }) => `${to.name} (${to.code})`,
  },
  {
    name: 'change',
    title: { vi: 'Thay đổi', en: 'Change' },
    value: ({ unchanged, kind }) => (unchanged ? 'unchanged' : kind),
    cell: ({ unchanged, kind }, language) => CHANGES[unchanged ? 'unchanged' : kind][language],
  },
  {
    name: 'area_m2',
    title: { vi: 'Đất chuyển (km²)', en: 'Ground (km²)' },
    value: ({ area_m2 }) => area_m2,
    cell: ({ area_m2 }, language) => numberText(area_m2 / 1e6, 2, language),
    align: 'right',
  },
  {
    name: 'acts',
    title: { vi: 'Nghị quyết', en: 'Acts' },
    value: ({ acts }) => acts.join('; '),
    cell: ({ acts }) => (acts.length > 2 ? `${acts[0]} … ${acts.at(-1)} (${acts.length})` : acts.join('; ')),
  },
];

const CHANGES = {
  unchanged: { vi: 'giữ nguyên', en: 'unchanged' },
  whole: { vi: 'đơn vị mới', en: 'new unit' },
  mixed: { vi: 'nhập với đất khác', en: 'joined with other ground' },
} as const;

/**
 * `units --compare --to`: units of the session's day in another drawing against the units of a later vintage in the
 * profile's; districts against the communes they became.
 */
export async function writeChanges(
  { sources, kernel, registry, vintage, asOf }: Session,
  drawing: string,
  to: string,
  { format, level = 'province' }: { readonly format: Format; readonly level?: AdminLevel },
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const later = sources.profile.vintages.find(({ id }) => id === to);
  const drawn = (of: AdminLevel, inVintage: string, by: string | undefined) =>
    sources.units.filter((unit) => unit.level === of && unit.vintage === inVintage && unit.drawing === by);
  const compared = compareVintages(
    kernel,
    registry,
    drawn(level, vintage.id, drawing),
    drawn(level === 'province' ? 'province' : 'commune', to, later?.drawing),
  );
  if (!compared.ok) return reportIssues(terminal, compared.issues, language);
  const { changes, disputed, tolerance_m, noise_m2, noise_count } = compared.value;
  const km2 = (area_m2: number): string => numberText(area_m2 / 1e6, 2, language);
  const disputed_m2 = disputed.reduce((sum, { area_m2 }) => sum + area_m2, 0);
  const real = changes.filter(({ unchanged }) => !unchanged).length;
  await writeResult(terminal, format, language, {
    columns: COLUMNS,
    rows: changes,
    json: () => ({ ...compared.value, as_of: asOf }),
    features: () => disputed.map(disputedFeature),
    footer: text(
      context,
      `${real} thay đổi thật theo danh mục kế tục (mốc ${vintage.id} → ${to}). Ngoài ra chỉ là nét vẽ khác nhau: ${km2(noise_m2)} km² sai số số hóa lại (${noise_count} mảnh, không chỗ nào rộng quá ${tolerance_m} m) và ${disputed.length} phần các nguồn không thống nhất (${km2(disputed_m2)} km²).`,
      `${real} real changes by the lineage (vintage ${vintage.id} → ${to}). The rest is only drawn otherwise: ${km2(noise_m2)} km² of re-digitising noise (${noise_count} pieces, none wider than ${tolerance_m} m) and ${disputed.length} patches the sources disagree about (${km2(disputed_m2)} km²).`,
    ),
  });
  return EXIT.fine;
}
