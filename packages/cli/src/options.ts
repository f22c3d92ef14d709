import { type AdminLevel, MIXED_POLICIES } from '@giapranh/core';
import { type Command, Option } from 'commander';
import { type CommandContext, text } from './command.js';
import { FORMATS, type Format } from './output.js';

/** Options of every command that works on a profile. */
export interface ProfileOptions {
  readonly profile?: string;
  readonly asOf?: string;
  readonly dataRoot?: string;
  readonly format: Format;
}

/** Options of commands that choose linework. */
export interface DrawingOptions extends ProfileOptions {
  readonly drawing?: string;
}

/** Options of commands on two units. */
export interface PairOptions extends DrawingOptions {
  readonly between?: readonly string[];
  readonly level?: AdminLevel;
}

/** In which form the result comes: the first unless asked otherwise. */
export function formatOption(context: CommandContext, formats: readonly string[]): Option {
  return new Option('--format <format>', text(context, 'dạng kết quả', 'form of the result'))
    .choices(formats)
    .default(formats[0]);
}

export function addProfileOptions(
  command: Command,
  context: CommandContext,
  formats: readonly string[] = FORMATS,
): Command {
  return command
    .option('--profile <id>', text(context, 'hồ sơ địa bàn (mặc định bac-kan)', 'profile (default bac-kan)'))
    .option(
      '--as-of <date>',
      text(
        context,
        'ngày hỏi, YYYY-MM-DD: quyết định mốc đơn vị hành chính (mặc định hôm nay)',
        'the day asked about, YYYY-MM-DD: decides the vintage (default today)',
      ),
    )
    .addOption(formatOption(context, formats))
    .option('--data-root <folder>', text(context, 'thư mục dữ liệu khác', 'another data folder'));
}

export function addDrawingOption(command: Command, context: CommandContext): Command {
  return command.option(
    '--drawing <id>',
    text(
      context,
      'nguồn nét vẽ, ví dụ communes-2025, gov-2019 (mặc định theo hồ sơ)',
      'whose linework, e.g. communes-2025, gov-2019 (default by the profile)',
    ),
  );
}

export function addPairOptions(command: Command, context: CommandContext): Command {
  return addLevelOption(addDrawingOption(command, context), context).option(
    '--between <unit...>',
    text(
      context,
      'hai đơn vị, theo tên hoặc mã; không có thì lấy đơn vị của hồ sơ với từng đơn vị giáp ranh',
      'two units, by name or code; without it the profile’s unit and each neighbour',
    ),
  );
}

export function addLevelOption(command: Command, context: CommandContext): Command {
  return command.addOption(
    new Option('--level <level>', text(context, 'cấp đơn vị', 'level of the units')).choices([
      'province',
      'district',
      'commune',
    ]),
  );
}

/** How units inherit that were made from watched or asked ground and other ground too. */
export function policyOption(context: CommandContext): Option {
  return new Option(
    '--policy <policy>',
    text(
      context,
      'cách tính đơn vị ghép: all trọn, by-area theo phần diện tích lớn hơn, old-part-only chỉ phần đất cũ',
      'how mixed units count: all whole, by-area by the larger part, old-part-only the old ground alone',
    ),
  ).choices(MIXED_POLICIES);
}
