import {
  type DocumentStatus,
  documentStanding,
  hectares,
  type MixedPolicy,
  type ProfileDocument,
  successors,
  type WatchArea,
  watchAreas,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { STATUS_WORDS } from '../document-words.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { numberText } from '../language.js';
import { addProfileOptions, type ProfileOptions, policyOption } from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession, type Session } from '../session.js';
import type { Column } from '../table.js';

interface WatchOptions extends ProfileOptions {
  readonly policy?: MixedPolicy;
}

/** A unit that a list names, with one of the units that hold its ground on the day. */
interface WatchRow {
  readonly area: WatchArea;
  readonly document: ProfileDocument | undefined;
  readonly status: DocumentStatus | null;
  readonly lists: string;
}

export const addWatchUnits: CommandSetup = (program, context, finish) => {
  const command = program
    .command('watch-units')
    .summary(text(context, 'địa bàn cần lưu ý theo ngày', 'units to watch as of a day'))
    .description(
      text(
        context,
        'Các danh sách địa bàn cần lưu ý: đơn vị được nêu theo mốc của văn bản, lý do, các đơn vị kế tục vào ngày hỏi với phần đất, văn bản và hiệu lực.',
        'The watch lists: the units named in the vintage of their document, the reason, what they became on the day with kind and share, the document and how it stands.',
      ),
    );
  addProfileOptions(command, context)
    .addOption(policyOption(context))
    .addHelpText('after', example(context, 'giapranh watch-units --as-of 2026-01-01 --policy old-part-only'))
    .action(async (options: WatchOptions) => {
      finish(await watchUnits(options, context));
    });
};

async function watchUnits(options: WatchOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const opened = await openSession(context, options);
  if (!opened.ok) return reportIssues(terminal, opened.issues, language);
  const session = opened.value;
  const { sources, registry, kernel, vintage, asOf } = session;
  const { profile } = sources;
  const rows: WatchRow[] = [];
  for (const list of profile.watchLists) {
    const asked = options.policy === undefined ? list : { ...list, mixed: options.policy };
    const target = { vintage: vintage.id, drawing: session.drawing, units: sources.units };
    const areas = watchAreas(kernel, registry, asked, target);
    if (!areas.ok) return reportIssues(terminal, areas.issues, language);
    reportNotes(terminal, areas.notes, language);
    const document = profile.documents.find(({ id }) => id === list.document);
    const status = document === undefined ? null : documentStanding(profile.documents, document, asOf).status;
    rows.push(...areas.value.map((area) => ({ area, document, status, lists: list.id })));
  }
  await writeResult(terminal, options.format, language, {
    columns: COLUMNS,
    rows,
    json: () => ({
      profile: profile.id,
      as_of: asOf,
      vintage: vintage.id,
      lists: profile.watchLists.map((list) => listJson(session, list, rows, options.policy)),
    }),
    features: () => rows.map(featureOf),
  });
  const [units, area_m2] = [rows.length, rows.reduce((sum, row) => sum + row.area.area_m2, 0)];
  const size = numberText(hectares(area_m2), 0, language);
  terminal.say(text(context, `${units} đơn vị, ${size} ha, mốc ${vintage.id}, tính ngày ${asOf}.`, `${units} units, ${size} ha, vintage ${vintage.id}, as of ${asOf}.`)); // biome-ignore format: a pair
  return EXIT.fine;
}

function listJson(
  { registry, vintage }: Session,
  list: WatchArea['list'],
  rows: readonly WatchRow[],
  policy: MixedPolicy | undefined,
): object {
  const own = rows.filter(({ lists }) => lists === list.id);
  const named = list.units.map(({ code, name }) => {
    const unit = registry.get(code, list.vintage);
    const heirs = unit === undefined || list.vintage === vintage.id ? [] : successors(registry, unit);
    return {
      code,
      name,
      vintage: list.vintage,
      became: heirs
        .filter(({ unit: heir }) => heir.vintage === vintage.id)
        .map(({ unit: heir, kind, parts }) => {
          const area = own.find((row) => row.area.unit.code === heir.code)?.area;
          return { code: heir.code, name: heir.name, kind, parts, watched_share: area?.share ?? null };
        }),
    };
  });
  const [first] = own;
  return {
    id: list.id,
    title: list.title,
    reason: list.reason,
    policy: policy ?? list.mixed,
    policy_why: list.mixed_why,
    document: first?.document ?? list.document,
    document_status: first?.status ?? null,
    units: named,
    areas: own.map(({ area }) => propertiesOf(area)),
  };
}

function propertiesOf({ list, unit, watchOf, inheritance, share, area_m2 }: WatchArea): object {
  return {
    watch_list: list.id,
    code: unit.code,
    name: unit.name,
    vintage: unit.vintage,
    watch_of: watchOf,
    inheritance,
    share,
    area_m2,
    reason: list.reason,
  };
}

function featureOf({ area, document, status }: WatchRow): Feature {
  const properties = { ...propertiesOf(area), document: document?.number ?? null, document_status: status };
  return { type: 'Feature', id: `${area.list.id}:${area.unit.code}`, geometry: area.geometry, properties };
}

const INHERITANCE = {
  named: { vi: 'được nêu tên', en: 'named' },
  whole: { vi: 'kế tục trọn', en: 'whole successor' },
  mixed: { vi: 'kế tục ghép', en: 'mixed successor' },
} as const;

const COLUMNS: readonly Column<WatchRow>[] = [
  { name: 'watch_list', title: { vi: 'Danh sách', en: 'List' }, value: ({ lists }) => lists },
  { name: 'code', title: { vi: 'Mã', en: 'Code' }, value: ({ area }) => area.unit.code },
  { name: 'name', title: { vi: 'Đơn vị', en: 'Unit' }, value: ({ area }) => area.unit.name },
  { name: 'watch_of', title: { vi: 'Của', en: 'Of' }, value: ({ area }) => area.watchOf.map(({ name }) => name).join(', ') }, // biome-ignore format: one column
  {
    name: 'inheritance',
    title: { vi: 'Kế tục', en: 'Inheritance' },
    value: ({ area }) => area.inheritance,
    cell: ({ area }, language) => INHERITANCE[area.inheritance][language],
  },
  {
    name: 'share',
    title: { vi: 'Phần đất được nêu', en: 'Watched share' },
    value: ({ area }) => area.share,
    cell: ({ area }, language) =>
      area.share === null ? '?' : `${numberText(100 * area.share, 1, language)} %`,
    align: 'right',
  },
  {
    name: 'area_m2',
    title: { vi: 'Diện tích (ha)', en: 'Area (ha)' },
    value: ({ area }) => area.area_m2,
    cell: ({ area }, language) => numberText(hectares(area.area_m2), 0, language),
    align: 'right',
  },
  {
    name: 'reason',
    title: { vi: 'Lý do', en: 'Reason' },
    value: ({ area }) => area.list.reason.vi,
    cell: ({ area }, language) => area.list.reason[language],
  },
  {
    name: 'document',
    title: { vi: 'Văn bản', en: 'Document' },
    value: ({ document }) => document?.number ?? null,
  },
  {
    name: 'document_status',
    title: { vi: 'Hiệu lực', en: 'Standing' },
    value: ({ status }) => status,
    cell: ({ status }, language) => (status === null ? '–' : STATUS_WORDS[status][language]),
  },
];
