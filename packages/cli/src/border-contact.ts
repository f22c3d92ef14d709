import {
  type BorderContact,
  borderContact,
  lengthText,
  ok,
  type Profile,
  type ResponsibleBody,
  type Result,
  RiskContext,
  readSpot,
  type UnitRef,
} from '@giapranh/core';
import type { Feature, Point, Position } from 'geojson';
import { type CommandContext, text } from './command.js';
import { STATUS_WORDS } from './document-words.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Format, writeResult } from './output.js';
import { reportIssues, reportNotes } from './report.js';
import type { Session } from './session.js';
import type { Column } from './table.js';

interface SideRow {
  readonly side: 'own' | 'other';
  readonly unit: UnitRef | null;
  readonly bodies: readonly ResponsibleBody[];
}

const SIDES = {
  own: { vi: 'bên này', en: 'own side' },
  other: { vi: 'bên kia', en: 'other side' },
} as const;

const COLUMNS: readonly Column<SideRow>[] = [
  {
    name: 'side',
    title: { vi: 'Bên', en: 'Side' },
    value: ({ side }) => side,
    cell: ({ side }, language) => SIDES[side][language],
  },
  {
    name: 'unit',
    title: { vi: 'Đơn vị đối diện', en: 'Facing unit' },
    value: ({ unit }) => unit?.code ?? null,
    cell: ({ unit }) => (unit === null ? '–' : `${unit.name} (${unit.code})`),
  },
  {
    name: 'bodies',
    title: { vi: 'Cơ quan', en: 'Bodies' },
    value: ({ bodies }) => bodies.map(({ name }) => name.vi).join('; '),
    cell: ({ bodies }, language) => bodies.map(({ name }) => name[language]).join('; '),
  },
];

/** `units --at`: whom to call about a place, on both sides of the border nearest to it. */
export async function writeContact(
  { sources, kernel, asOf }: Session,
  place: string,
  { format }: { readonly format: Format },
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const spot = readPlace(place, sources.profile);
  if (!spot.ok) return reportIssues(terminal, spot.issues, language);
  const at = spot.value;
  const found = borderContact(new RiskContext(kernel, sources), at, asOf);
  if (!found.ok) return reportIssues(terminal, found.issues, language);
  reportNotes(terminal, found.notes, language);
  const contact = found.value;
  await writeResult(terminal, format, language, {
    columns: COLUMNS,
    rows: contact === null ? [] : sidesOf(contact),
    json: () => ({ as_of: asOf, at, contact }),
    features: () => (contact === null ? [] : [featureOf(contact, { as_of: asOf, at })]),
    footer: footerOf(contact, context),
  });
  return EXIT.fine;
}

/** The place of the border that is nearest, with all that is known of it. */
function featureOf(contact: BorderContact, asked: object): Feature {
  const geometry: Point = { type: 'Point', coordinates: contact.facing_at };
  return { type: 'Feature', geometry, properties: { ...asked, ...contact } };
}

/** `105.9,22.55` as GeoJSON has it, longitude first; all else as people write a place. Issues: those of `readSpot`. */
function readPlace(place: string, { crs, view }: Profile): Result<Position> {
  const plain = /^\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*$/.exec(place);
  const [lon, lat] = [Number(plain?.[1]), Number(plain?.[2])];
  if (lon <= 180 && lat <= 90) return ok([lon, lat]);
  const spot = readSpot(place, { crs, view });
  if (!spot.ok) return spot;
  const [reading] = spot.value;
  return ok(reading === undefined ? [lon, lat] : [reading.lon, reading.lat]);
}

function sidesOf({ own, other, own_bodies, other_bodies }: BorderContact): readonly SideRow[] {
  return [
    { side: 'own', unit: own, bodies: own_bodies },
    { side: 'other', unit: other, bodies: other_bodies },
  ];
}

function footerOf(contact: BorderContact | null, context: CommandContext): string {
  if (contact === null)
    return text(context, 'Hồ sơ không vẽ đường giáp ranh nào.', 'The profile draws no border.');
  const far = lengthText(contact.distance_m)[context.language];
  const said = contact.regulations
    .map(({ number, title, status }) => `${number.startsWith('(') ? title[context.language] : number} (${STATUS_WORDS[status][context.language]})`)
    .join('; '); // biome-ignore format: a list
  return text(
    context,
    `Đường giáp ranh gần nhất: ${contact.pair}, cách ${far}. Văn bản phối hợp: ${said || 'không có trong hồ sơ'}.`,
    `The nearest border is ${contact.pair}, ${far} away. Agreements: ${said || 'none in the profile'}.`,
  );
}
