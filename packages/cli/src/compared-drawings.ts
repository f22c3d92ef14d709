import { type AdminLevel, compareDrawings, type DisputedGround } from '@giapranh/core';
import type { Feature } from 'geojson';
import { type CommandContext, text } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { numberText } from './language.js';
import { type Format, writeResult } from './output.js';
import { reportIssues } from './report.js';
import type { Session } from './session.js';
import type { Column } from './table.js';

/** Also of vintages: what is left when the changes are told. */
export const DISPUTED_COLUMNS: readonly Column<DisputedGround>[] = [
  {
    name: 'area_m2',
    title: { vi: 'Diện tích (km²)', en: 'Area (km²)' },
    value: ({ area_m2 }) => area_m2,
    cell: ({ area_m2 }, language) => numberText(area_m2 / 1e6, 2, language),
    align: 'right',
  },
  {
    name: 'claims',
    title: { vi: 'Mỗi nguồn nói', en: 'What each source says' },
    value: ({ claims }) => claims.map(({ drawing, unit }) => `${drawing}: ${unit.name}`).join('; '),
  },
  {
    name: 'at',
    title: { vi: 'Một điểm ở trong', en: 'A place inside' },
    value: ({ at: [lon = 0, lat = 0] }) => `${lon.toFixed(4)}, ${lat.toFixed(4)}`,
  },
];

export function disputedFeature({ geometry, ...properties }: DisputedGround): Feature {
  return { type: 'Feature', id: properties.id, geometry, properties };
}

/** `units --compare`: the units of a level in the session's drawing and in another one of the same day. */
export async function writeCompared(
  session: Session,
  other: string,
  { format, level = 'province' }: { readonly format: Format; readonly level?: AdminLevel },
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const drawn = (drawing: string) =>
    session.sources.units.filter(
      (unit) => unit.level === level && unit.vintage === session.vintage.id && unit.drawing === drawing,
    );
  const compared = compareDrawings(session.kernel, drawn(other), drawn(session.drawing));
  if (!compared.ok) return reportIssues(terminal, compared.issues, language);
  const { disputed, tolerance_m, differing_m2, noise_m2, noise_count } = compared.value;
  const km2 = (area_m2: number): string => numberText(area_m2 / 1e6, 2, language);
  await writeResult(terminal, format, language, {
    columns: DISPUTED_COLUMNS,
    rows: disputed,
    json: () => ({ ...compared.value, drawings: [other, session.drawing], as_of: session.asOf }),
    features: () => disputed.map(disputedFeature),
    footer: text(
      context,
      `Khác nhau ${km2(differing_m2)} km²: ${km2(noise_m2)} km² là sai số số hóa lại (${noise_count} mảnh, không chỗ nào rộng quá ${tolerance_m} m), còn lại là ${disputed.length} phần các nguồn không thống nhất. Cùng một mốc thì không có thay đổi địa giới.`,
      `They differ by ${km2(differing_m2)} km²: ${km2(noise_m2)} km² is re-digitising noise (${noise_count} pieces, none wider than ${tolerance_m} m), the rest ${disputed.length} patches the sources disagree about. Within one vintage no border was moved.`,
    ),
  });
  return EXIT.fine;
}
