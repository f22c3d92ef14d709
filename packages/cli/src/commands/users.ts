import type { Command } from 'commander';
import { type CommandContext, type CommandSetup, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { groupCommands } from '../group-command.js';
import { operator } from '../operator.js';
import { writeResult } from '../output.js';
import { reportIssues } from '../report.js';
import { addRightsOptions, type RightsOptions, rightsOf } from '../rights-options.js';
import type { Column } from '../table.js';

interface User {
  readonly name: string;
  readonly role: string;
  readonly secrecy: readonly string[];
  readonly units: 'all' | readonly string[];
  readonly disabled: boolean;
  readonly has_password: boolean;
  readonly setup?: string;
}

interface UserOptions extends RightsOptions {
  readonly profile?: string;
  readonly format: 'table' | 'json';
  readonly url: string;
  readonly allow?: boolean;
}

const COLUMNS: readonly Column<User>[] = [
  { name: 'name', title: { vi: 'Tên', en: 'Name' }, value: ({ name }) => name },
  { name: 'role', title: { vi: 'Vai trò', en: 'Role' }, value: ({ role }) => role },
  { name: 'secrecy', title: { vi: 'Mức mật', en: 'Levels' }, value: ({ secrecy }) => secrecy.join(' ') },
  {
    name: 'units',
    title: { vi: 'Địa bàn', en: 'Units' },
    value: ({ units }) => (units === 'all' ? units : units.join(' ')),
  },
  {
    name: 'state',
    title: { vi: 'Tình trạng', en: 'State' },
    value: ({ disabled, has_password }) => (disabled ? 'revoked' : has_password ? 'active' : 'no password'),
  },
];

/** `users`: who may come in, on the store of this machine. */
export const addUsers: CommandSetup = (program, context, finish) => {
  const users = program
    .command('users')
    .summary(text(context, 'người dùng của máy chủ', 'users of the server'))
    .description(
      text(
        context,
        'Người dùng trong kho dữ liệu, theo cùng quy tắc với máy chủ và cũng vào nhật ký. Không ai đặt mật khẩu thay người khác: mỗi người nhận một liên kết dùng một lần.',
        'Users in the store, by the same rules as over HTTP and in the same audit. Nobody chooses a password for another: each gets a link that works once.',
      ),
    );
  const one = groupCommands(users, context, ['table', 'json']);
  const linking = (command: Command): Command =>
    command.option(
      '--url <address>',
      text(context, 'địa chỉ máy chủ', 'address of the server'),
      'http://127.0.0.1:8080',
    );
  const run = (order: string, asked: object, options: UserOptions): Promise<ExitCode> =>
    show(context, options, { order, ...asked });

  one('list', 'liệt kê', 'list them', 'list').action(async (options: UserOptions) => {
    finish(await run('users.list', {}, options));
  });
  linking(
    addRightsOptions(
      one('add', 'thêm', 'add one', 'add can-bo --role editor --secrecy public internal --units 2023:064'),
      context,
    ),
  )
    .argument('<name>')
    .action(async (name: string, options: UserOptions) => {
      const given = { role: 'viewer', secrecy: ['public'], units: 'all', ...rightsOf(options) };
      finish(await run('users.add', { name, ...given }, options));
    });
  addRightsOptions(one('change', 'đổi quyền', 'change rights', 'change can-bo --units all'), context)
    .option('--allow', text(context, 'cho vào lại', 'let them in again'))
    .argument('<name>')
    .action(async (name: string, options: UserOptions) => {
      const allow = options.allow === true ? { disabled: false } : {};
      finish(await run('users.change', { name, ...rightsOf(options), ...allow }, options));
    });
  one(
    'revoke',
    'khóa ngay, cùng phiên và mã truy cập',
    'shut one out at once, with sessions and tokens',
    'revoke can-bo',
  )
    .argument('<name>')
    .action(async (name: string, options: UserOptions) => {
      finish(await run('users.change', { name, disabled: true }, options));
    });
  one('remove', 'xóa; nhật ký giữ tên', 'remove one; the audit keeps the name', 'remove can-bo')
    .argument('<name>')
    .action(async (name: string, options: UserOptions) => {
      finish(await run('users.remove', { name }, options));
    });
  linking(one('link', 'liên kết mới để đặt mật khẩu', 'a new link to choose a password', 'link can-bo'))
    .argument('<name>')
    .action(async (name: string, options: UserOptions) => {
      finish(await run('users.link', { name }, options));
    });
};

async function show(
  context: CommandContext,
  { profile, format, url }: UserOptions,
  order: Parameters<typeof operator>[2],
): Promise<ExitCode> {
  const { terminal, language } = context;
  const done = await operator(context, profile, order);
  if (!done.ok) return reportIssues(terminal, done.issues, language);
  const users = (Array.isArray(done.value) ? done.value : [done.value]).filter(
    (value) => typeof value === 'object',
  ) as readonly User[];
  const linked = users.map(({ setup, ...user }) => ({
    ...user,
    ...(setup === undefined ? {} : { setup: `${url}${setup}` }),
  }));
  await writeResult(terminal, format, language, {
    columns: COLUMNS,
    rows: linked,
    json: () => ({ users: linked }),
  });
  const [link] = linked.flatMap(({ setup }) => setup ?? []);
  if (format === 'table' && link !== undefined) {
    terminal.say(
      text(context, 'Liên kết dùng một lần, trong 24 giờ:', 'The link works once, within 24 hours:'),
    );
    await terminal.out(`${link}\n`);
  }
  return EXIT.fine;
}
