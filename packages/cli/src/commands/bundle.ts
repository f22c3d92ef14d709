import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dayBefore, issue } from '@giapranh/core';
import { readProfile } from '@giapranh/formats';
import { startOwnServer } from '../bundle/own-server.js';
import { takeBundle } from '../bundle/take-bundle.js';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { dayOf } from '../day.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { reportIssues } from '../report.js';

interface BundleOptions {
  readonly out: string;
  readonly profile?: string;
  readonly asOf?: string;
}

const MAX_ZOOM = 12;

export const addBundle: CommandSetup = (program, context, finish) => {
  program
    .command('bundle')
    .summary(
      text(context, 'bản đồ trong một thư mục, không cần máy chủ', 'the map in a folder, without a server'),
    )
    .description(
      text(
        context,
        'Ghi một thư mục gồm ứng dụng, ô bản đồ, phông chữ và dữ liệu. Chép sang máy khác, mở index.html là xem được, không cần máy chủ, không cần mạng, không cần cài đặt.',
        'Writes a folder with the application, tiles, fonts and data. Copy it to another PC and open index.html: no server, no network, nothing to install.',
      ),
    )
    .requiredOption(
      '--out <folder>',
      text(context, 'thư mục kết quả, mới hoặc trống', 'folder to write, new or empty'),
    )
    .option('--profile <id>', text(context, 'hồ sơ địa bàn', 'profile'))
    .option(
      '--as-of <date>',
      text(
        context,
        'ngày mở ra, YYYY-MM-DD (mặc định hôm nay)',
        'day it opens on, YYYY-MM-DD (default today)',
      ),
    )
    .addHelpText('after', example(context, 'giapranh bundle --out giap-ranh-bac-kan'))
    .action(async (options: BundleOptions) => {
      finish(await makeBundle(options, context));
    });
};

async function makeBundle(options: BundleOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language, config } = context;
  const asOf = dayOf(options.asOf, '--as-of');
  if (!asOf.ok) return reportIssues(terminal, asOf.issues, language);
  const id = options.profile ?? config.profile;
  const profile = await readProfile(config.dataRoot, id);
  if (!profile.ok) return reportIssues(terminal, profile.issues, language);
  const out = resolve(options.out);
  const fault = (code: string, vi: string, en: string): ExitCode =>
    reportIssues(terminal, [issue(code, ['--out', options.out], vi, en)], language);
  const viewer = config.bundleViewer;
  if (!existsSync(join(viewer, 'bundle.json'))) {
    return fault(
      'bundle-viewer-missing',
      'Chưa dựng ứng dụng: chạy npm run build.',
      'The viewer is not built: run npm run build.',
    );
  }
  await mkdir(out, { recursive: true }).catch(() => undefined);
  const there = await readdir(out).catch(() => undefined);
  if (there === undefined)
    return fault('file-unwritable', 'Không ghi được vào thư mục này.', 'This folder cannot be written.');
  if (there.length > 0)
    return fault(
      'bundle-not-empty',
      'Thư mục đã có tệp; chọn thư mục mới hoặc trống.',
      'The folder has files in it; choose a new or empty one.',
    );
  const server = await startOwnServer(config.serverMain, id, (line) => terminal.progress(line));
  if (server === undefined) {
    terminal.say(
      text(
        context,
        'Máy chủ không chạy được; xem giapranh serve.',
        'The server did not start; see giapranh serve.',
      ),
    );
    return EXIT.badInput;
  }
  try {
    const others = profile.value.vintages.flatMap(({ valid_to }) =>
      valid_to === null ? [] : [dayBefore(valid_to)],
    );
    const [west, south, east, north] = profile.value.view;
    const days = [...new Set([asOf.value, ...others])];
    const { tiles, features } = await takeBundle({
      server: server.url.replace(/\/$/, ''),
      viewer,
      out,
      days,
      view: [west, south, east, north],
      maxZoom: MAX_ZOOM,
      takenAt: new Date(),
      onProgress: (what) => terminal.progress(what),
    });
    await terminal.out(`${join(out, 'index.html')}\n`);
    terminal.say(
      text(
        context,
        `${tiles} ô bản đồ (mức 5–${MAX_ZOOM}), ${features} đối tượng, các ngày ${days.join(', ')}.`,
        `${tiles} tiles (zooms 5–${MAX_ZOOM}), ${features} features, days ${days.join(', ')}.`,
      ),
    );
    return EXIT.fine;
  } finally {
    await server.close();
  }
}
