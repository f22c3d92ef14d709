import {
  type DocumentStanding,
  documentStanding,
  type IsoDate,
  type LocalText,
  type ProfileDocument,
  searchDocuments,
} from '@giapranh/core';
import { readProfile } from '@giapranh/formats';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { dayOf } from '../day.js';
import { STATUS_WORDS } from '../document-words.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Language } from '../language.js';
import { addProfileOptions, type ProfileOptions } from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues } from '../report.js';
import type { Column } from '../table.js';

interface DocumentsOptions extends ProfileOptions {
  readonly kind?: string;
}

interface DocumentRow extends DocumentStanding {
  readonly document: ProfileDocument;
  readonly register: readonly ProfileDocument[];
}

export const addDocuments: CommandSetup = (program, context, finish) => {
  const command = program
    .command('documents')
    .summary(text(context, 'văn bản và hiệu lực theo ngày', 'documents and how they stand on a day'))
    .description(
      text(
        context,
        'Sổ văn bản của hồ sơ: số, cơ quan, ngày, hiệu lực vào ngày hỏi, thay thế, mâu thuẫn, nơi đã thấy. Tìm theo số, trích yếu, nội dung; gõ có dấu hay không dấu đều được.',
        'The profile’s register of documents: number, issuer, date, standing on the day, what replaces it, what contradicts it, where it was seen. Search by number, title or content, with or without diacritics.',
      ),
    )
    .argument('[text]', text(context, 'các từ cần tìm', 'words to look for'));
  addProfileOptions(command, context, ['table', 'json', 'csv'])
    .option('--kind <kind>', text(context, 'loại văn bản, ví dụ “Nghị định”', 'kind, e.g. "Nghị định"'))
    .addHelpText('after', example(context, 'giapranh documents "quy chế phối hợp" --as-of 2026-01-01'))
    .action(async (words: string | undefined, options: DocumentsOptions) => {
      finish(await documents(words ?? '', options, context));
    });
};

async function documents(
  words: string,
  options: DocumentsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language, config } = context;
  const asOf = dayOf(options.asOf, '--as-of');
  if (!asOf.ok) return reportIssues(terminal, asOf.issues, language);
  const profile = await readProfile(options.dataRoot ?? config.dataRoot, options.profile ?? config.profile);
  if (!profile.ok) return reportIssues(terminal, profile.issues, language);
  const register = profile.value.documents;
  const kind = options.kind?.toLocaleLowerCase('vi');
  const rows = searchDocuments(register, words)
    .filter((document) => kind === undefined || document.kind.toLocaleLowerCase('vi') === kind)
    .map((document): DocumentRow => {
      return { document, register, ...documentStanding(register, document, asOf.value) };
    });
  await writeResult(terminal, options.format, language, {
    columns: options.format === 'csv' ? CSV_COLUMNS : COLUMNS,
    rows,
    json: () => ({ profile: profile.value.id, as_of: asOf.value, documents: rows.map(asJson) }),
  });
  if (options.format === 'table') terminal.say(summary(rows, asOf.value, context));
  return EXIT.fine;
}

function asJson({ document, register, status, superseded_by }: DocumentRow): object {
  return { ...document, status, superseded_by, amended_by: amendedBy(register, document.id) };
}

function amendedBy(register: readonly ProfileDocument[], id: string): readonly string[] {
  return register.filter(({ amends }) => amends?.includes(id) === true).map((other) => other.id);
}

/** What stands beside it: what replaces or changes it, and what contradicts it. */
function relations({ document, register, superseded_by }: DocumentRow, language: Language): string {
  const numbers = (ids: readonly string[]): string =>
    ids.map((id) => register.find((entry) => entry.id === id)?.number ?? id).join(', ');
  const told = (words: LocalText, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${words[language]} ${numbers(ids)}`];
  return [
    ...told(WORDS.superseded, superseded_by),
    ...told(WORDS.amended, amendedBy(register, document.id)),
    ...told(
      WORDS.conflicts,
      (document.conflicts_with ?? []).map((one) => one.document),
    ),
  ].join('; ');
}

function summary(rows: readonly DocumentRow[], asOf: IsoDate, context: CommandContext): string {
  const count = (status: DocumentRow['status']): number => rows.filter((row) => row.status === status).length;
  const [force, unknown, ended] = [
    count('in-force'),
    count('unknown'),
    count('lapsed') + count('superseded'),
  ];
  return text(
    context,
    `${rows.length} văn bản vào ngày ${asOf}: ${force} còn hiệu lực, ${unknown} chưa rõ hiệu lực, ${ended} hết hiệu lực hoặc bị thay thế, ${count('not-yet')} chưa có hiệu lực.`,
    `${rows.length} documents on ${asOf}: ${force} in force, ${unknown} of unknown validity, ${ended} lapsed or replaced, ${count('not-yet')} not in force yet.`,
  );
}

const WORDS = {
  superseded: { vi: 'bị thay bởi', en: 'replaced by' },
  amended: { vi: 'được sửa bởi', en: 'amended by' },
  conflicts: { vi: 'mâu thuẫn với', en: 'contradicted by' },
} as const satisfies Readonly<Record<string, LocalText>>;

const NUMBER: Column<DocumentRow> = { name: 'number', title: { vi: 'Số', en: 'Number' }, value: ({ document }) => document.number }; // biome-ignore format: one column
const COLUMNS: readonly Column<DocumentRow>[] = [
  NUMBER,
  { name: 'kind', title: { vi: 'Loại', en: 'Kind' }, value: ({ document }) => document.kind },
  { name: 'date', title: { vi: 'Ngày', en: 'Date' }, value: ({ document }) => document.date },
  { name: 'issuer', title: { vi: 'Cơ quan', en: 'Issuer' }, value: ({ document }) => document.issuer },
  {
    name: 'status',
    title: { vi: 'Hiệu lực', en: 'Standing' },
    value: ({ status }) => status,
    cell: ({ status }, language) => STATUS_WORDS[status][language],
  },
  {
    name: 'title',
    title: { vi: 'Trích yếu', en: 'Title' },
    value: ({ document }) => document.title.vi,
    cell: ({ document }, language) => document.title[language],
  },
  {
    name: 'relations',
    title: { vi: 'Liên quan', en: 'Relations' },
    value: (row) => relations(row, 'vi'),
    cell: relations,
  },
];
const CSV_COLUMNS: readonly Column<DocumentRow>[] = [
  { name: 'id', title: { vi: 'Mã', en: 'Id' }, value: ({ document }) => document.id },
  ...COLUMNS,
  { name: 'valid_from', title: { vi: 'Từ', en: 'From' }, value: ({ document }) => document.valid_from },
  {
    name: 'valid_to',
    title: { vi: 'Đến trước', en: 'Until before' },
    value: ({ document }) => document.valid_to,
  },
  {
    name: 'subjects',
    title: { vi: 'Về', en: 'About' },
    value: ({ document }) => document.subjects.join(', '),
  },
  { name: 'parties', title: { vi: 'Các bên', en: 'Parties' }, value: ({ document }) => (document.parties ?? []).map(({ code, vintage }) => `${vintage}:${code}`).join(', ') }, // biome-ignore format: one column
  { name: 'units', title: { vi: 'Địa bàn', en: 'Units' }, value: ({ document }) => (document.units ?? []).map(({ name }) => name).join(', ') }, // biome-ignore format: one column
  {
    name: 'summary_vi',
    title: { vi: 'Tóm tắt', en: 'Summary (vi)' },
    value: ({ document }) => document.summary.vi,
  },
  {
    name: 'summary_en',
    title: { vi: 'Tóm tắt (tiếng Anh)', en: 'Summary' },
    value: ({ document }) => document.summary.en,
  },
  { name: 'seen', title: { vi: 'Nơi đã thấy', en: 'Seen' }, value: ({ document }) => document.seen },
  {
    name: 'confidence',
    title: { vi: 'Độ tin', en: 'Confidence' },
    value: ({ document }) => document.confidence,
  },
];
