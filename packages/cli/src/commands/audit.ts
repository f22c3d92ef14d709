import { verifyAudit } from '@giapranh/store';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { formatOption } from '../options.js';
import { withOwnStore } from '../own-store.js';

interface AuditOptions {
  readonly profile?: string;
  readonly format: 'text' | 'json';
  readonly hash?: string;
}

/** `audit verify`: whether what was done is written as it was written then. */
export const addAudit: CommandSetup = (program, context, finish) => {
  const audit = program
    .command('audit')
    .summary(text(context, 'nhật ký ai đã làm gì', 'the record of who did what'))
    .description(
      text(
        context,
        'Việc với nhật ký không sửa được của kho dữ liệu.',
        "Work on the store's append-only audit.",
      ),
    );
  audit
    .command('verify')
    .summary(text(context, 'kiểm tra nhật ký có bị sửa không', 'check that nobody changed it'))
    .description(
      text(
        context,
        'Tính lại chuỗi mã băm từ mục đầu đến mục cuối. Mã thoát 2 khi có mục bị sửa, xóa hoặc chèn. In mã băm của mục cuối: giữ ở nơi khác và đưa lại bằng --hash thì biết cả khi đoạn cuối bị cắt.',
        'Works the chain of hashes out again from the first entry to the last. Exits with 2 when an entry was changed, removed or put in. Prints the hash of the last entry: kept elsewhere and given with --hash, it shows also whether the end was cut off.',
      ),
    )
    .option('--profile <id>', text(context, 'hồ sơ địa bàn', 'profile'))
    .option(
      '--hash <hash>',
      text(
        context,
        'mã băm của một lần kiểm tra trước, phải còn trong chuỗi',
        'of an earlier check: must be in the chain still',
      ),
    )
    .addOption(formatOption(context, ['text', 'json']))
    .addHelpText('after', example(context, 'giapranh audit verify'))
    .action(async (options: AuditOptions) => {
      finish(await verify(context, options));
    });
};

function verify(context: CommandContext, { profile, format, hash }: AuditOptions): Promise<ExitCode> {
  return withOwnStore(context, profile, async ({ audit }) => {
    let known = hash === undefined;
    const watched = {
      list: async (page: Parameters<typeof audit.list>[0]) => {
        const entries = await audit.list(page);
        known ||= entries.some((entry) => entry.hash === hash);
        return entries;
      },
    };
    const verdict = { ...(await verifyAudit(watched)), known };
    const { entries, brokenAt, hash: last } = verdict;
    const lines =
      brokenAt !== null
        ? text(context, `HỎNG ở mục ${brokenAt}`, `BROKEN at entry ${brokenAt}`)
        : known
          ? text(context, `đạt, ${entries} mục`, `ok, ${entries} entries`)
          : text(context, 'BỊ CẮT: không còn mục có mã băm đã cho', 'CUT: no entry has the hash given');
    await context.terminal.out(format === 'json' ? `${JSON.stringify(verdict)}\n` : `${lines}\n${last}\n`);
    return brokenAt === null && known ? EXIT.fine : EXIT.badInput;
  });
}
