import { FLAG_LEVELS, type FlagLevel, type MixedPolicy } from '@giapranh/core';
import { type Command, Option } from 'commander';
import { type CommandContext, example, text } from '../command.js';
import { addProfileOptions, type ProfileOptions, policyOption } from '../options.js';
import { FORMATS } from '../output.js';

/** The forms of every command, and two more: findings for other programs, and a page for people. */
export const FLAG_FORMATS = [...FORMATS, 'sarif', 'md'] as const;
export type FlagFormat = (typeof FLAG_FORMATS)[number];

const FLAG_UNITS = ['site', 'commune', 'district', 'former-district', 'border-segment'] as const;

export interface FlagCommandOptions extends Omit<ProfileOptions, 'format'> {
  readonly format: FlagFormat;
  readonly rules?: string;
  readonly explain?: boolean;
  readonly whyNot?: boolean;
  readonly stream?: boolean;
  readonly failOn?: FlagLevel;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly by: (typeof FLAG_UNITS)[number];
  readonly priorities?: boolean;
  readonly layer: readonly string[];
  readonly policy?: MixedPolicy;
}

const OFFICIAL = 'data/reference/mining/backan_mineral_areas_official.geojson';

export function addFlagOptions(command: Command, context: CommandContext): Command {
  return addProfileOptions(command, context, FLAG_FORMATS)
    .option(
      '--rules <file>',
      text(
        context,
        'bộ quy tắc khác, dạng rules.json; văn bản lấy từ hồ sơ',
        'other rules, in the form of rules.json; documents are the profile’s',
      ),
    )
    .option(
      '--explain',
      text(
        context,
        'với mỗi cảnh báo: lý do, số liệu, ngưỡng, văn bản, cơ quan',
        'with each flag its reason, facts, thresholds, documents and bodies',
      ),
    )
    .option(
      '--why-not',
      text(
        context,
        'với mỗi khu vực: các quy tắc không báo và vì sao',
        'with each site the rules that did not fire, and why',
      ),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        text(
          context,
          'thoát với mã 1 khi có khu vực từ mức này trở lên',
          'exit with 1 when a site is at this level or above',
        ),
      ).choices(FLAG_LEVELS),
    )
    .option(
      '--baseline <file>',
      text(
        context,
        'so với lần chạy đã ghi: mới, nặng hơn, nhẹ hơn, không còn',
        'compare with a run that was kept: new, worse, better, gone',
      ),
    )
    .option(
      '--write-baseline <file>',
      text(context, 'ghi lần chạy này để so về sau', 'keep this run to compare with later'),
    )
    .option(
      '--stream',
      text(
        context,
        'đọc và ghi từng phần, theo thứ tự tệp, bộ nhớ không tăng theo tệp (tự bật với tệp trên 32 MB và GeoJSON từng dòng)',
        'read and write part by part, in the order of the file, in memory that does not grow with it (by itself for files over 32 MB and line-delimited GeoJSON)',
      ),
    )
    .addOption(
      new Option('--by <unit>', text(context, 'cộng theo (table, csv)', 'add up by (table, csv)'))
        .choices(FLAG_UNITS)
        .default('site'),
    )
    .option(
      '--priorities',
      text(
        context,
        'thứ tự tuần tra của các xã (hoặc đoạn giáp ranh với --by border-segment), từng yếu tố và điểm',
        'the patrol order of communes (of stretches of border with --by border-segment), each factor and its points',
      ),
    )
    .option(
      '--layer <id=file>',
      text(
        context,
        'lớp dữ liệu cho quy tắc, lặp lại được: inspections=…, incidents=…, equipment=…, licences=…, prohibited-areas=…',
        'a layer for rules, may be repeated: inspections=…, incidents=…, equipment=…, licences=…, prohibited-areas=…',
      ),
      (value: string, known: readonly string[]) => [...known, value],
      [],
    )
    .addOption(policyOption(context))
    .addHelpText(
      'after',
      example(
        context,
        [
          `giapranh flag ${OFFICIAL} --as-of 2023-05-23 --fail-on high`,
          `giapranh flag ${OFFICIAL} --as-of 2023-05-23 --explain --why-not --format json`,
          'giapranh flag sites.geojson --rules my-rules.json --format md > report.md',
          'giapranh flag --layer inspections=checks.csv --layer incidents=incidents.geojson --priorities',
          'giapranh flag million.csv --stream --format csv > flags.csv',
          'giapranh flag sites.geojson --baseline last.json --write-baseline last.json --format sarif',
        ].join('\n  $ '),
      ),
    );
}
