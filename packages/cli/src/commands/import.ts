import { writeFile } from 'node:fs/promises';
import {
  type CornerTableInput,
  type CornerTableResult,
  cornerFeatures,
  drawnGazetteer,
  type Issue,
  issue,
  ok,
  type Result,
  resolveCornerTable,
} from '@giapranh/core';
import { cornerTableFromBytes, readCornerTable } from '@giapranh/formats';
import { isKml } from '@giapranh/formats/kml';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { cornerReport } from '../corner-table/report.js';
import { writtenTable } from '../corner-table/written.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { checkInput } from '../input.js';
import { formatOption } from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession } from '../session.js';

interface ImportOptions {
  readonly crs?: string;
  readonly repair?: boolean;
  readonly allReadings?: boolean;
  readonly write?: string;
  readonly writeCrs?: string;
  readonly format: 'table' | 'json' | 'geojson';
  readonly profile?: string;
  readonly dataRoot?: string;
}

export const addImport: CommandSetup = (program, context, finish) => {
  program
    .command('import')
    .summary(text(context, 'đọc bảng tọa độ điểm góc', 'read a table of corner points'))
    .description(
      text(
        context,
        'Đọc bảng tọa độ VN-2000 (XLSX, CSV, văn bản), tìm hệ tọa độ, kiểm tra hình học. Chỉ cách đọc chắc chắn, hoặc cách đọc được chỉ định bằng --crs, mới thành hình. Mã thoát 0 khi mọi khu vực đều có hình và không còn lỗi, 2 khi chưa.',
        'Reads a VN-2000 corner table (XLSX, CSV, text), finds its coordinate system, checks its geometry. Only a certain reading, or the one named with --crs, becomes geometry. Exit code 0 when every site has geometry and no fault stands, 2 until then.',
      ),
    )
    .argument('<file>', text(context, 'tệp vào; “-” là đầu vào chuẩn', 'input file; "-" is standard input'))
    .option(
      '--crs <crs>',
      text(
        context,
        'cách đọc được xác nhận, ví dụ EPSG:9213, hoặc crs của một cách đọc trong kết quả',
        'the reading you confirm, e.g. EPSG:9213, or the crs of a reading in the result',
      ),
    )
    .option(
      '--repair',
      text(
        context,
        'sửa lỗi chỉ có một cách sửa; mỗi lần sửa là một ghi chú',
        'mend faults that have one mending; each becomes a note',
      ),
    )
    .option('--all-readings', text(context, 'liệt kê mọi cách đọc', 'list every reading'))
    .option(
      '--write <file>',
      text(
        context,
        'viết lại bảng theo mẫu quy định ra tệp .csv hoặc .xlsx',
        'write the table in the official layout to a .csv or .xlsx file',
      ),
    )
    .option(
      '--write-crs <crs>',
      text(
        context,
        'hệ tọa độ của bảng viết ra (mặc định là hệ đã đọc)',
        'system of the written table (default: the one read)',
      ),
    )
    .addOption(formatOption(context, ['table', 'json', 'geojson']))
    .option('--profile <id>', text(context, 'hồ sơ địa bàn (mặc định bac-kan)', 'profile (default bac-kan)'))
    .option('--data-root <folder>', text(context, 'thư mục dữ liệu khác', 'another data folder'))
    .addHelpText(
      'after',
      example(context, 'giapranh import bang-toa-do.xlsx --format geojson > khu-vuc.geojson'),
    )
    .action(async (file: string, options: ImportOptions) => {
      finish(await importTable(file, options, context));
    });
};

async function readInput(file: string, context: CommandContext): Promise<Result<CornerTableInput>> {
  const checked = await checkInput(file);
  if (!checked.ok) return checked;
  if (file !== '-') return readCornerTable(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.terminal.input) {
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  }
  return cornerTableFromBytes(Buffer.concat(chunks), file);
}

async function resolved(
  input: CornerTableInput,
  options: ImportOptions,
  context: CommandContext,
): Promise<Result<CornerTableResult>> {
  const session = await openSession(context, { ...options, format: options.format });
  if (!session.ok) return session;
  const { kernel, sources } = session.value;
  return ok(
    resolveCornerTable(input, {
      gazetteer: drawnGazetteer(sources),
      kernel,
      repair: options.repair === true,
      ...(options.crs === undefined ? {} : { crs: options.crs }),
    }),
    session.notes,
  );
}

/** A KML brings its own geometry and system: there is nothing to be found out. */
function noTable(file: string): Issue {
  return issue(
    'corner-table-is-kml',
    [file],
    'Đây là tệp KML, đã có hình và hệ WGS 84, không phải bảng điểm góc.',
    'This is KML: it has geometry in WGS 84 and is no table of corners.',
    {
      vi: 'Dùng thẳng trong lệnh flag hoặc overlaps.',
      en: 'Give it to flag or overlaps as it is.',
    },
  );
}

async function importTable(file: string, options: ImportOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  const input = await readInput(file, context);
  if (!input.ok) return reportIssues(terminal, input.issues, language);
  if (typeof input.value === 'string' && isKml(input.value)) {
    return reportIssues(terminal, [noTable(file)], language);
  }
  const read = await resolved(input.value, options, context);
  if (!read.ok) return reportIssues(terminal, read.issues, language);
  const result: CornerTableResult = { ...read.value, notes: [...input.notes, ...read.value.notes] };
  if (options.format === 'table')
    await terminal.out(cornerReport(result, language, options.allReadings === true));
  else {
    await writeResult(terminal, options.format, language, {
      columns: [],
      rows: [],
      json: () => result,
      features: () => cornerFeatures(result),
    });
  }
  if (options.format !== 'json') {
    reportIssues(terminal, result.issues, language);
    reportNotes(terminal, result.notes, language);
  }
  if (options.write !== undefined) {
    const written = await writtenTable(result, options.write, options.writeCrs);
    if (!written.ok) return reportIssues(terminal, written.issues, language);
    await writeFile(options.write, written.value);
  }
  return isSettled(result, options.crs !== undefined) ? EXIT.fine : EXIT.badInput;
}

/** Faults of what the document says of its system: who names the system with `--crs` has answered them. */
const OF_THE_SYSTEM = /^corner-(system|meridian|crs)-/;

/** Whether a script may go on: every site has geometry and no fault stands. */
function isSettled({ sites, issues }: CornerTableResult, named: boolean): boolean {
  const standing = issues.filter(({ code }) => !named || !OF_THE_SYSTEM.test(code));
  return sites.length > 0 && sites.every((site) => site.geometry !== null) && standing.length === 0;
}
