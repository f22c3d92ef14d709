import { type ExchangeChange, type Issue, type LocalText, ok, type Result } from '@giapranh/core';
import { type ExchangeManifest, readExchangeFile } from '@giapranh/formats';
import { type Command, Option } from 'commander';
import { type CommandContext, type CommandSetup, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { groupCommands } from '../group-command.js';
import { operator } from '../operator.js';
import { reportIssues } from '../report.js';

interface ExchangeOptions {
  readonly profile?: string;
  readonly format: 'text' | 'json';
  readonly with?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly sha256?: string;
  readonly conflicts: 'ours' | 'theirs';
  readonly apply?: boolean;
}

interface Taking {
  readonly applied: boolean;
  readonly written?: number;
  readonly package: ExchangeManifest & { readonly sha256: string };
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly ExchangeChange[];
}

const STATES: Readonly<Record<ExchangeChange['state'], LocalText>> = {
  new: { vi: 'mới', en: 'new' },
  changed: { vi: 'bên gửi đã sửa', en: 'changed there' },
  removed: { vi: 'bên gửi đã bỏ', en: 'removed there' },
  same: { vi: 'không đổi', en: 'the same' },
  kept: { vi: 'bên nhận đã sửa, giữ nguyên', en: 'changed here, kept' },
  conflict: { vi: 'XUNG ĐỘT: hai bên cùng sửa', en: 'CONFLICT: changed on both sides' },
};

/** `exchange`: packages for neighbours and from them. */
export const addExchange: CommandSetup = (program, context, finish) => {
  const exchange = program
    .command('exchange')
    .summary(text(context, 'trao đổi với tỉnh giáp ranh', 'exchange with a neighbour'))
    .description(
      text(
        context,
        'Gói cho tỉnh giáp ranh: vùng của một cặp tỉnh, khu vực, vụ việc và văn bản đã thỏa thuận, lược bớt theo exchange.json của hồ sơ. Mọi lần gửi và nhận đều vào nhật ký.',
        'Packages for a neighbour: one pair’s zone, the sites, incidents and documents agreed on, redacted by the profile’s exchange.json. Whatever is given or taken is in the audit.',
      ),
    );
  const one = groupCommands(exchange, context, ['text', 'json']);
  const file = text(context, 'tệp của gói', 'file of the package');
  const taking = (command: Command): Command =>
    command
      .argument('<file>', file)
      .option(
        '--sha256 <sum>',
        text(context, 'mã bên gửi đã báo qua đường khác', 'as the sender told it by another way'),
      );

  one(
    'export',
    'lập gói',
    'make a package',
    'export --with 04 --as-of 2023-05-23 --out 06-04.giapranh-exchange.zip',
  )
    .requiredOption('--with <code>', text(context, 'mã tỉnh nhận', 'code of the receiving province'))
    .option(
      '--as-of <date>',
      text(context, 'ngày, YYYY-MM-DD (mặc định hôm nay)', 'day, YYYY-MM-DD (default today)'),
    )
    .requiredOption('--out <file>', file)
    .action(async (options: ExchangeOptions) => {
      finish(await exported(context, options));
    });
  one(
    'inspect',
    'xem gói, không cần kho dữ liệu',
    'look at one, without a store',
    'inspect 06-04.giapranh-exchange.zip',
  )
    .argument('<file>', file)
    .action(async (path: string, options: ExchangeOptions) => {
      finish(await inspected(context, path, options));
    });
  taking(
    one('diff', 'gói sẽ thay đổi những gì', 'what one would change', 'diff 06-04.giapranh-exchange.zip'),
  ).action(async (path: string, options: ExchangeOptions) => {
    finish(await taken(context, path, options, false));
  });
  taking(
    one(
      'import',
      'nhận gói; không có --apply thì chỉ xem',
      'take one in; without --apply only look',
      'import 06-04.giapranh-exchange.zip --apply',
    ),
  )
    .option('--apply', text(context, 'ghi vào kho', 'write to the store'))
    .addOption(
      new Option(
        '--conflicts <side>',
        text(context, 'giữ bên nào khi hai bên cùng sửa', 'whose stays of what both changed'),
      )
        .choices(['ours', 'theirs'])
        .default('ours'),
    )
    .action(async (path: string, options: ExchangeOptions) => {
      finish(await taken(context, path, options, options.apply === true));
    });
};

function refused({ terminal, language }: CommandContext, issues: readonly Issue[]): ExitCode {
  return reportIssues(terminal, issues, language);
}

/** From whom to whom, of when, how much. */
function headLines(context: CommandContext, manifest: ExchangeManifest, sha256: string): readonly string[] {
  const { from, to, pair, vintage, as_of, made_at, agreement, members } = manifest;
  return [
    `${from.name} → ${to.name} (${pair}, ${vintage}), ${as_of}, ${made_at}`,
    `${text(context, 'căn cứ', 'authority')}: ${agreement.title[context.language]} (${agreement.document})`,
    ...members.map(({ path, count }) => `  ${path} ${count}`),
    `SHA-256 ${sha256}`,
  ];
}

async function tell(
  context: CommandContext,
  format: ExchangeOptions['format'],
  value: unknown,
  lines: readonly string[],
) {
  await context.terminal.out(format === 'json' ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
  return EXIT.fine;
}

async function exported(context: CommandContext, options: ExchangeOptions): Promise<ExitCode> {
  const { profile, format, with: to, asOf, out } = options;
  const day = asOf === undefined ? {} : { asOf };
  const done = await operator(context, profile, { order: 'exchange.export', with: to, out, ...day });
  if (!done.ok) return refused(context, done.issues);
  const made = done.value as { readonly sha256: string; readonly manifest: ExchangeManifest };
  return tell(context, format, made, headLines(context, made.manifest, made.sha256));
}

async function inspected(
  context: CommandContext,
  path: string,
  { format }: ExchangeOptions,
): Promise<ExitCode> {
  const read = await readExchangeFile(path);
  if (!read.ok) return refused(context, read.issues);
  const { manifest, sha256 } = read.value;
  return tell(context, format, { sha256, ...manifest }, headLines(context, manifest, sha256));
}

function changeLines(
  context: CommandContext,
  { id, layer, state, fields }: ExchangeChange,
): readonly string[] {
  const shown = (value: unknown): string => {
    const written = JSON.stringify(value);
    return written.length > 60 ? '…' : written;
  };
  return [
    `${STATES[state][context.language]}: ${layer} ${id}`,
    ...fields.map(({ name, here, there }) => `    ${name}: ${shown(here)} → ${shown(there)}`),
  ];
}

async function taken(
  context: CommandContext,
  path: string,
  { profile, format, sha256, conflicts }: ExchangeOptions,
  apply: boolean,
): Promise<ExitCode> {
  const sum = sha256 === undefined ? {} : { sha256 };
  const order = apply ? { order: 'exchange.import', conflicts } : { order: 'exchange.diff' };
  const done: Result<unknown> = await operator(context, profile, { ...order, file: path, ...sum });
  if (!done.ok) return refused(context, done.issues);
  const told = ok(done.value as Taking).value;
  const counts = Object.entries(told.counts).map(
    ([state, count]) => `${STATES[state as ExchangeChange['state']][context.language]} ${count}`,
  );
  const end = told.applied
    ? text(context, `đã ghi ${told.written} đối tượng`, `${told.written} features written`)
    : text(context, 'chưa ghi gì; thêm --apply để nhận', 'nothing is written; add --apply to take it');
  return tell(context, format, told, [
    ...headLines(context, told.package, told.package.sha256),
    ...told.changes.flatMap((change) => changeLines(context, change)),
    `${counts.join(', ')}; ${end}`,
  ]);
}
