import { type CommandContext, type CommandSetup, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { groupCommands } from '../group-command.js';
import { operator } from '../operator.js';
import { writeResult } from '../output.js';
import { reportIssues } from '../report.js';
import { addRightsOptions, type RightsOptions, rightsOf } from '../rights-options.js';
import type { Column } from '../table.js';

interface Token {
  readonly id: string;
  readonly account: string;
  readonly label: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly token?: string;
}

interface TokenOptions extends RightsOptions {
  readonly profile?: string;
  readonly format: 'table' | 'json';
  readonly user?: string;
  readonly label?: string;
  readonly days?: string;
}

const COLUMNS: readonly Column<Token>[] = [
  { name: 'id', title: { vi: 'Mã số', en: 'Id' }, value: ({ id }) => id },
  { name: 'account', title: { vi: 'Của', en: 'Of' }, value: ({ account }) => account },
  { name: 'label', title: { vi: 'Dùng cho', en: 'For' }, value: ({ label }) => label },
  { name: 'created_at', title: { vi: 'Từ', en: 'From' }, value: ({ created_at }) => created_at.slice(0, 10) },
  { name: 'expires_at', title: { vi: 'Đến', en: 'To' }, value: ({ expires_at }) => expires_at.slice(0, 10) },
];

/** `tokens`: what scripts and QGIS come in by, on the store of this machine. */
export const addTokens: CommandSetup = (program, context, finish) => {
  const tokens = program
    .command('tokens')
    .summary(text(context, 'mã truy cập của chương trình và QGIS', 'access tokens of scripts and QGIS'))
    .description(
      text(
        context,
        'Mã truy cập trong kho dữ liệu; chỉ mã băm được lưu, mã chỉ hiện một lần khi tạo. Mọi việc vào nhật ký.',
        'Access tokens in the store: their hash alone is kept, and the token is shown once. All of it is in the audit.',
      ),
    );
  const one = groupCommands(tokens, context, ['table', 'json']);
  const user = text(context, 'của người dùng này', 'of this user');
  one('list', 'liệt kê', 'list them', 'list --user can-bo')
    .option('--user <name>', user)
    .action(async (options: TokenOptions) => {
      const of = options.user === undefined ? {} : { user: options.user };
      finish(await show(context, options, { order: 'tokens.list', ...of }));
    });
  addRightsOptions(
    one('create', 'tạo, hiện một lần', 'make one, shown once', 'create --user can-bo --label QGIS --days 90'),
    context,
  )
    .requiredOption('--user <name>', user)
    .requiredOption('--label <text>', text(context, 'dùng cho việc gì', 'what it is for'))
    .option('--days <number>', text(context, 'số ngày có hiệu lực', 'days until it ends'), '90')
    .action(async ({ days, ...options }: TokenOptions) => {
      const scope = rightsOf(options);
      const asked = { user: options.user, label: options.label, days: Number(days) };
      const less = Object.keys(scope).length === 0 ? {} : { scope };
      finish(await show(context, options, { order: 'tokens.create', ...asked, ...less }));
    });
  one('revoke', 'thu hồi ngay', 'revoke one at once', 'revoke 0123456789abcdef')
    .argument('<id>')
    .action(async (id: string, options: TokenOptions) => {
      finish(await show(context, options, { order: 'tokens.revoke', id }));
    });
};

async function show(
  context: CommandContext,
  { profile, format }: TokenOptions,
  order: Parameters<typeof operator>[2],
): Promise<ExitCode> {
  const { terminal, language } = context;
  const done = await operator(context, profile, order);
  if (!done.ok) return reportIssues(terminal, done.issues, language);
  const rows = (Array.isArray(done.value) ? done.value : [done.value]).filter(
    (value) => typeof value === 'object',
  ) as readonly Token[];
  await writeResult(terminal, format, language, { columns: COLUMNS, rows, json: () => ({ tokens: rows }) });
  const [made] = rows.flatMap(({ token }) => token ?? []);
  if (format === 'table' && made !== undefined) await terminal.out(`${made}\n`);
  return EXIT.fine;
}
