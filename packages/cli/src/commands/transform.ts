import {
  type AxisOrder,
  issueAt,
  type Result,
  readPoint,
  reorder,
  type Transformer,
  transformer,
} from '@giapranh/core';
import { type Command, Option } from 'commander';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { checkInput, inputLines } from '../input.js';
import { reportIssues } from '../report.js';

interface TransformOptions {
  readonly from: string;
  readonly to: string;
  readonly axis: AxisOrder;
  readonly decimals?: string;
}

/** A millimetre, in metres or in degrees. */
const DECIMALS = { m: 3, deg: 9 } as const;
const MOST_DECIMALS = 15;
/** Lines gathered before they are written. */
const BATCH = 1000;

export const addTransform: CommandSetup = (program, context, finish) => {
  program
    .command('transform')
    .summary(text(context, 'chuyển tọa độ giữa các hệ', 'move coordinates between systems'))
    .description(
      text(
        context,
        'Chuyển tọa độ, mỗi dòng một điểm: hai số cách nhau bằng dấu cách, vào và ra cùng thứ tự. Nhận dấu phẩy thập phân và độ-phút-giây. Dòng hỏng được báo kèm số dòng, các dòng khác vẫn được chuyển.',
        'Moves coordinates, one point a line: two numbers separated by blanks, in and out in the same order. Takes decimal commas and degrees-minutes-seconds. Bad lines are told with their number, the others are moved all the same.',
      ),
    )
    .argument(
      '[file]',
      text(context, 'tệp vào; “-” là đầu vào chuẩn', 'input file; "-" is standard input'),
      '-',
    )
    .requiredOption(
      '--from <crs>',
      text(context, 'hệ tọa độ vào, ví dụ EPSG:9213', 'system of the input, e.g. EPSG:9213'),
    )
    .requiredOption(
      '--to <crs>',
      text(context, 'hệ tọa độ ra, ví dụ OGC:CRS84', 'system of the output, e.g. OGC:CRS84'),
    )
    .addOption(
      new Option(
        '--axis <order>',
        text(
          context,
          'thứ tự hai số: east-north (Đông, Bắc; kinh độ, vĩ độ) hoặc x-north (X Bắc trước, như bảng Việt Nam)',
          'order of the two numbers: east-north, or x-north as in Vietnamese tables',
        ),
      )
        .choices(['east-north', 'x-north'])
        .default('east-north'),
    )
    .option(
      '--decimals <n>',
      text(
        context,
        'số chữ số thập phân (mặc định 3 cho mét, 9 cho độ)',
        'digits after the point (3 for metres, 9 for degrees)',
      ),
    )
    .addHelpText(
      'after',
      example(
        context,
        'echo "2450426,934 430697,901" | giapranh transform --from EPSG:9213 --to OGC:CRS84 --axis x-north',
      ),
    )
    .action(async (file: string, options: TransformOptions, command: Command) => {
      finish(await transform(file, options, command, context));
    });
};

/** One line, moved, in the order it was written; issues carry the line's number. */
function moveLine(
  line: string,
  number: number,
  through: Transformer,
  axis: AxisOrder,
): Result<[number, number]> {
  const point = readPoint(line, through.from.unit, axis);
  const moved = point.ok ? through.point(point.value) : point;
  if (moved.ok) return { ...moved, value: reorder(moved.value, axis) };
  const [first, ...rest] = moved.issues.map((fault) => issueAt(['line', number], fault));
  return first === undefined ? moved : { ok: false, issues: [first, ...rest] };
}

async function transform(
  file: string,
  options: TransformOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const through = transformer(options.from, options.to);
  if (!through.ok) return reportIssues(terminal, through.issues, language);
  const { unit } = through.value.to;
  const decimals = options.decimals === undefined ? DECIMALS[unit] : Number(options.decimals);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS) {
    command.error(
      text(
        context,
        `--decimals phải là số nguyên từ 0 đến ${MOST_DECIMALS}`,
        `--decimals must be a whole number from 0 to ${MOST_DECIMALS}`,
      ),
    );
  }
  const input = await checkInput(file);
  if (!input.ok) return reportIssues(terminal, input.issues, language);
  let worst: ExitCode = EXIT.fine;
  let batch: string[] = [];
  let number = 0;
  for await (const line of inputLines(file, terminal)) {
    number += 1;
    if (line.trim() === '') continue;
    const moved = moveLine(line, number, through.value, options.axis);
    if (moved.ok) batch.push(moved.value.map((value) => value.toFixed(decimals)).join(' '));
    else worst = reportIssues(terminal, moved.issues, language);
    if (batch.length >= BATCH) {
      await terminal.out(`${batch.join('\n')}\n`);
      batch = [];
    }
  }
  if (batch.length > 0) await terminal.out(`${batch.join('\n')}\n`);
  return worst;
}
