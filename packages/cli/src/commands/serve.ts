import { resolve } from 'node:path';
import { type CommandSetup, example, text } from '../command.js';
import { runProgram } from '../run-program.js';

interface ServeOptions {
  readonly profile?: string;
  readonly port?: string;
  readonly host?: string;
  readonly tiles?: string;
}

export const addServe: CommandSetup = (program, context, finish) => {
  program
    .command('serve')
    .summary(text(context, 'chạy máy chủ bản đồ', 'run the map server'))
    .description(
      text(
        context,
        'Chạy máy chủ: bản đồ, ô bản đồ véc-tơ, OGC API. Biến môi trường DATABASE_URL và GIAPRANH_DATA có hiệu lực như khi chạy npm start.',
        'Runs the server: the map, vector tiles, OGC APIs. The environment variables DATABASE_URL and GIAPRANH_DATA work as with npm start.',
      ),
    )
    .option('--profile <id>', text(context, 'hồ sơ địa bàn', 'profile'))
    .option(
      '--port <n>',
      text(context, 'cổng; 0 là cổng trống bất kỳ (mặc định 8080)', 'port; 0 is any free one (default 8080)'),
    )
    .option(
      '--host <address>',
      text(context, 'địa chỉ nghe (mặc định 127.0.0.1)', 'address to listen on (default 127.0.0.1)'),
    )
    .option(
      '--tiles <file.pmtiles>',
      text(context, 'chỉ phục vụ tệp ô bản đồ này', 'serve this file of tiles and nothing else'),
    )
    .addHelpText(
      'after',
      example(
        context,
        'giapranh serve --profile can-tho --port 8081\n  $ giapranh serve --tiles bac-kan.pmtiles',
      ),
    )
    .action(async (options: ServeOptions) => {
      finish(
        await runProgram(context.config.serverMain, {
          GIAPRANH_PROFILE: options.profile ?? context.config.profile,
          ...(options.tiles === undefined ? {} : { GIAPRANH_TILES: resolve(options.tiles) }),
          ...(options.port === undefined ? {} : { PORT: options.port }),
          ...(options.host === undefined ? {} : { HOST: options.host }),
        }),
      );
    });
};
