import { type VerifyRow, verifyData } from '@giapranh/formats';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Language, numberText } from '../language.js';
import { formatOption } from '../options.js';
import { type Format, writeResult } from '../output.js';
import type { Column } from '../table.js';
import { addDataMoving } from './data-moving.js';

interface VerifyOptions {
  readonly format: Format;
  readonly dataRoot?: string;
}

const VERDICTS: Readonly<Record<VerifyRow['verdict'], Readonly<Record<Language, string>>>> = {
  ok: { vi: 'đạt', en: 'ok' },
  known: { vi: 'đã biết', en: 'known' },
  fault: { vi: 'LỖI', en: 'FAULT' },
};

const COLUMNS: readonly Column<VerifyRow>[] = [
  {
    name: 'check',
    title: { vi: 'Kiểm tra', en: 'Check' },
    value: (row) => row.check,
    cell: (row, language) => row.title[language],
  },
  { name: 'subject', title: { vi: 'Dữ liệu', en: 'Data' }, value: (row) => row.subject },
  {
    name: 'verdict',
    title: { vi: 'Kết quả', en: 'Verdict' },
    value: (row) => row.verdict,
    cell: (row, language) => VERDICTS[row.verdict][language],
  },
  {
    name: 'findings',
    title: { vi: 'Phát hiện', en: 'Findings' },
    value: (row) => row.findings.length,
    align: 'right',
  },
  {
    name: 'summary',
    title: { vi: 'Nội dung', en: 'What' },
    value: (row) => row.summary.en,
    cell: (row, language) => row.summary[language],
  },
];

export const addData: CommandSetup = (program, context, finish) => {
  const data = program
    .command('data')
    .summary(text(context, 'dữ liệu tham chiếu và kho dữ liệu', 'reference data and the store'))
    .description(
      text(
        context,
        'Việc với dữ liệu tham chiếu và kho dữ liệu.',
        'Work on the reference data and the store.',
      ),
    );
  data
    .command('verify')
    .summary(text(context, 'kiểm tra dữ liệu', 'check the data'))
    .description(
      text(
        context,
        'Kiểm tra mã băm, cấu trúc, hình học, diện tích so với số chính thức, ranh giới chung. Mã thoát 2 khi có lỗi không nằm trong danh sách khiếm khuyết đã ghi.',
        'Checks checksums, schema, geometry, areas against official figures, shared borders. Exits with 2 on a fault that is not a recorded defect.',
      ),
    )
    .addOption(formatOption(context, ['table', 'json', 'csv']))
    .option('--data-root <folder>', text(context, 'thư mục dữ liệu khác', 'another data folder'))
    .addHelpText('after', example(context, 'giapranh data verify --format json'))
    .action(async (options: VerifyOptions) => {
      finish(await verify(options, context));
    });
  addDataMoving(data, context, finish);
};

async function verify(options: VerifyOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const report = await verifyData(options.dataRoot ?? context.config.dataRoot, {
    onProgress: ({ title, done, total }) => terminal.progress(`[${done + 1}/${total}] ${title[language]}`),
  });
  await writeResult(terminal, options.format, language, {
    columns: COLUMNS,
    rows: report.rows,
    json: () => report,
    footer: text(
      context,
      `${report.rows.length} mục kiểm tra, ${report.known} khiếm khuyết đã biết, ${report.faults} lỗi.`,
      `${report.rows.length} checks, ${report.known} known defects, ${report.faults} faults.`,
    ),
  });
  for (const row of report.rows.filter(({ verdict }) => verdict === 'fault')) {
    for (const found of row.findings.filter(({ known }) => known === null)) {
      const measured = `${numberText(found.measured, 2, language)} ${found.unit}`;
      terminal.say(
        `${row.subject} ${found.subject ?? ''} [${found.code}] ${found.message[language]} (${measured})`,
      );
    }
  }
  return report.faults === 0 ? EXIT.fine : EXIT.badInput;
}
