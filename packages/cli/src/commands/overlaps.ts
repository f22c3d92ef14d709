import {
  type GroundLayer,
  groundLayer,
  issue,
  layerFeatures,
  prepareLayer,
  RiskContext,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { isStream, notAStreamFormat } from '../flag/stream/stream-flags.js';
import { addProfileOptions, type ProfileOptions } from '../options.js';
import { writeResult } from '../output.js';
import { OVERLAP_STREAM_FORMATS } from '../overlaps/overlap-question.js';
import { nameOf, OVERLAP_COLUMNS, type OverlapRow, overlapFeature } from '../overlaps/overlap-rows.js';
import { streamOverlaps } from '../overlaps/stream-overlaps.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession } from '../session.js';
import { sitesOf } from '../sites.js';

interface OverlapsOptions extends ProfileOptions {
  readonly layer: string;
  readonly within?: string;
  readonly stream?: boolean;
  readonly workers?: string;
}

/** Layers drawn with the administrative linework, whose accuracy the profile states. */
const DRAWN_LAYERS: ReadonlySet<GroundLayer> = new Set([
  'provinces',
  'districts',
  'communes',
  'borders',
  'border-zones',
  'watch-units',
]);

/** More threads than any machine has cores is a slip of the finger. */
const MOST_WORKERS = 512;

export const addOverlaps: CommandSetup = (program, context, finish) => {
  const command = program
    .command('overlaps')
    .summary(text(context, 'khu vực chồng lên lớp nào', 'what sites overlap'))
    .description(
      text(
        context,
        'Phần chung của từng khu vực với từng đối tượng của một lớp: diện tích, tỷ lệ, khoảng cách, và kết luận trong sai số. Không có tệp thì lấy các khu vực của hồ sơ.',
        'What each site has in common with each feature of a layer: area, share, distance, and the verdict within the error bars. Without a file, the profile’s own sites.',
      ),
    )
    .argument(
      '[sites]',
      text(context, 'GeoJSON hoặc CSV; “-” là đầu vào chuẩn', 'GeoJSON or CSV; "-" is standard input'),
    )
    .requiredOption(
      '--layer <id>',
      text(
        context,
        'lớp: provinces, districts, communes, borders, border-zones, watch-units, places, roads, rivers',
        'layer: provinces, districts, communes, borders, border-zones, watch-units, places, roads, rivers',
      ),
    )
    .option(
      '--within <metres>',
      text(
        context,
        'kể cả khu vực cách đối tượng không quá chừng này mét',
        'also sites that are this near to a feature, in metres',
      ),
    );
  command
    .option(
      '--stream',
      text(
        context,
        'đọc và ghi dần, trên mọi nhân của máy; tự dùng khi tệp lớn hoặc mỗi dòng một đối tượng',
        'read and write bit by bit, on all cores; by itself for large files and a feature a line',
      ),
    )
    .option(
      '--workers <n>',
      text(context, 'số luồng khi đọc dần (mặc định mọi nhân)', 'threads of a stream (default all cores)'),
    );
  addProfileOptions(command, context)
    .addHelpText(
      'after',
      example(
        context,
        'giapranh overlaps sites.geojson --layer border-zones --as-of 2023-05-23 --format json',
      ),
    )
    .action(async (path: string | undefined, options: OverlapsOptions) => {
      finish(await overlaps(path, options, context));
    });
};

async function overlaps(
  path: string | undefined,
  options: OverlapsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, language } = context;
  const layer = groundLayer(options.layer);
  if (!layer.ok) return reportIssues(terminal, layer.issues, language);
  const within_m = options.within === undefined ? 0 : Number(options.within);
  if (!(within_m >= 0)) {
    const bad = `--within ${options.within}`;
    const fault = issue('distance-unreadable', ['--within'], `Không đọc được ${bad}.`, `Cannot read ${bad}.`);
    return reportIssues(terminal, [fault], language);
  }
  const workers = options.workers === undefined ? undefined : Number(options.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0 && workers <= MOST_WORKERS)) {
    const bad = `--workers ${options.workers}`;
    const fault = issue('workers-unreadable', ['--workers'], `Không đọc được ${bad}.`, `Cannot read ${bad}.`);
    return reportIssues(terminal, [fault], language);
  }
  const streamed = await isStream(path, options);
  const streamFormat = OVERLAP_STREAM_FORMATS.find((format) => format === options.format);
  if (streamed && streamFormat === undefined)
    return reportIssues(terminal, [notAStreamFormat(options.format)], language);
  const opened = await openSession(context, options);
  if (!opened.ok) return reportIssues(terminal, opened.issues, language);
  const { kernel, sources, asOf, vintage } = opened.value;
  const namesOf = options.asOf === undefined ? undefined : asOf;
  const risk = new RiskContext(kernel, sources);
  terminal.progress(text(context, `Dựng lớp ${layer.value}…`, `Making the layer ${layer.value}…`));
  const features = layerFeatures(kernel, sources, risk, layer.value, asOf);
  if (!features.ok) return reportIssues(terminal, features.issues, language);
  const measure = { within_m, feature_error_m: DRAWN_LAYERS.has(layer.value) ? vintage.accuracy_m : 0 };
  const prepared = prepareLayer(kernel, features.value, measure);
  if (!prepared.ok) return reportIssues(terminal, prepared.issues, language);
  const names = new Map(features.value.map((feature) => [feature.id, nameOf(feature)]));
  if (streamed && path !== undefined && streamFormat !== undefined) {
    reportNotes(terminal, [...features.notes, ...prepared.notes], language);
    const stream = { path, layer: prepared.value, options: measure, names, format: streamFormat };
    const done = await streamOverlaps(
      {
        ...stream,
        ...(workers === undefined ? {} : { workers }),
        ...(namesOf === undefined ? {} : { namesOf }),
      },
      opened.value,
      risk,
      context,
    );
    return done.ok ? done.value : reportIssues(terminal, done.issues, language);
  }
  const input = await sitesOf(path, opened.value, context, namesOf);
  if (!input.ok) return reportIssues(terminal, input.issues, language);
  reportNotes(terminal, input.notes, language);

  const communes = risk.communes.forSites(input.value.sites);
  if (!communes.ok) return reportIssues(terminal, communes.issues, language);
  const found = prepared.value.overlaps(input.value.sites, { communes: communes.value });
  if (!found.ok) return reportIssues(terminal, found.issues, language);
  reportNotes(terminal, [...features.notes, ...prepared.notes, ...found.notes], language);

  const siteOf = new Map(input.value.sites.map((site) => [site.id, site]));
  const rows = found.value.flatMap((overlap): OverlapRow<Geometry>[] => {
    const site = siteOf.get(overlap.site_id);
    const feature_name = names.get(overlap.feature_id) ?? overlap.feature_id;
    return site === undefined ? [] : [{ overlap, site, feature_name }];
  });
  await writeResult(terminal, options.format, language, {
    columns: OVERLAP_COLUMNS,
    rows,
    json: () => found.value,
    features: () => rows.map(overlapFeature),
  });
  return input.value.partial ? EXIT.badInput : EXIT.fine;
}
