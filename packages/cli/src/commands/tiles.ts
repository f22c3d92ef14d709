import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import type { PreparedLayer } from '@giapranh/tiles';
import { type CommandContext, type CommandSetup, example, text } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { numberText } from '../language.js';
import { addProfileOptions, type ProfileOptions } from '../options.js';
import { writeResult } from '../output.js';
import { reportIssues, reportNotes } from '../report.js';
import { openSession } from '../session.js';
import type { Column } from '../table.js';
import { type ArchiveFile, archiveFile } from '../tiles/archive-file.js';
import { packPyramid, type WrittenArchive, writeArchive } from '../tiles/cut-archive.js';
import { preparedProfile } from '../tiles/prepared-profile.js';
import { profileTileset } from '../tiles/profile-tileset.js';
import { tileLayers } from '../tiles/tile-layers.js';
import { zoomRange } from '../tiles/zoom-range.js';

interface BuildOptions extends ProfileOptions {
  readonly out: readonly string[];
  readonly layers?: string;
  readonly minZoom?: string;
  readonly maxZoom?: string;
}

const MEGABYTE = 1_000_000;

const COLUMNS: readonly Column<WrittenArchive>[] = [
  { name: 'path', title: { vi: 'Tệp', en: 'File' }, value: ({ path }) => path },
  {
    name: 'tiles',
    title: { vi: 'Số ô', en: 'Tiles' },
    value: ({ tiles }) => tiles,
    cell: ({ tiles }, language) => numberText(tiles, 0, language),
    align: 'right',
  },
  {
    name: 'bytes',
    title: { vi: 'Dung lượng (MB)', en: 'Size (MB)' },
    value: ({ bytes }) => bytes,
    cell: ({ bytes }, language) => numberText(bytes / MEGABYTE, 2, language),
    align: 'right',
  },
];

export const addTiles: CommandSetup = (program, context, finish) => {
  const tiles = program
    .command('tiles')
    .summary(text(context, 'tệp ô bản đồ', 'files of tiles'))
    .description(text(context, 'Việc với ô bản đồ véc-tơ.', 'Work on vector tiles.'));
  const build = tiles
    .command('build')
    .summary(text(context, 'dựng tệp PMTiles, MBTiles', 'build PMTiles, MBTiles'))
    .description(
      text(
        context,
        'Cắt các lớp của hồ sơ, như ở ngày hỏi, thành ô bản đồ véc-tơ trong một tệp để dùng ngoại tuyến. Ô giống hệt ô của máy chủ.',
        'Cuts the layers of the profile, as of a day, into vector tiles in one file for use offline. The tiles are those the server serves.',
      ),
    )
    .requiredOption(
      '--out <file...>',
      text(context, 'tệp kết quả, .pmtiles hoặc .mbtiles', 'files to write, .pmtiles or .mbtiles'),
    )
    .option(
      '--layers <ids>',
      text(
        context,
        'các lớp, cách nhau bằng dấu phẩy (mặc định mọi lớp đã công bố)',
        'layers, separated by commas (default all published ones)',
      ),
    )
    .option(
      '--min-zoom <z>',
      text(
        context,
        'mức thu phóng nhỏ nhất (mặc định theo các lớp)',
        'smallest zoom (default by the layers)',
      ),
    )
    .option(
      '--max-zoom <z>',
      text(context, 'mức thu phóng lớn nhất (mặc định theo các lớp)', 'largest zoom (default by the layers)'),
    );
  addProfileOptions(build, context, ['table', 'json', 'csv'])
    .addHelpText(
      'after',
      example(context, 'giapranh tiles build --out bac-kan.pmtiles --layers communes,borders --max-zoom 12'),
    )
    .action(async (options: BuildOptions) => {
      finish(await buildTiles(options, context));
    });
};

async function archiveFiles(given: readonly string[]): Promise<Result<readonly ArchiveFile[]>> {
  const found: ArchiveFile[] = [];
  const faults: Issue[] = [];
  for (const path of given) {
    const file = await archiveFile(path);
    if (!file.ok) faults.push(...file.issues);
    else if (!found.some((known) => known.path === file.value.path)) found.push(file.value);
  }
  const [first, ...rest] = faults;
  return first === undefined ? ok(found) : err(first, ...rest);
}

/** Layers of which the archive will have nothing. */
function absentLayers(layers: readonly PreparedLayer[], maxZoom: number, asOf: string): Issue[] {
  return layers.flatMap(({ definition: { id, zoom }, features }) => {
    if (features.length === 0) {
      const [vi, en] = [`Lớp ${id} không có gì ở ngày ${asOf}.`, `The layer ${id} has nothing on ${asOf}.`];
      return [issue('tiles-layer-empty', [id], vi, en)];
    }
    if (zoom.min <= maxZoom) return [];
    const [vi, en] = [
      `Lớp ${id} chỉ có ô từ mức ${zoom.min}.`,
      `The layer ${id} has tiles from zoom ${zoom.min} only.`,
    ];
    return [issue('tiles-layer-deeper', [id], vi, en)];
  });
}

function nothingToCut(asOf: string): Issue {
  return issue(
    'tiles-nothing',
    ['--layers'],
    `Không có đối tượng nào để cắt thành ô ở ngày ${asOf}, trong các mức thu phóng này; không ghi tệp nào.`,
    `There is nothing to cut into tiles on ${asOf} at these zooms; no file is written.`,
  );
}

async function buildTiles(options: BuildOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, language } = context;
  // What the options get wrong is told before anything long begins.
  const definitions = tileLayers(options.layers);
  if (!definitions.ok) return reportIssues(terminal, definitions.issues, language);
  const zooms = zoomRange(definitions.value, options);
  if (!zooms.ok) return reportIssues(terminal, zooms.issues, language);
  const files = await archiveFiles(options.out);
  if (!files.ok) return reportIssues(terminal, files.issues, language);
  const session = await openSession(context, options);
  if (!session.ok) return reportIssues(terminal, session.issues, language);
  const { asOf, sources, vintage } = session.value;
  const prepared = preparedProfile(session.value, definitions.value, context);
  if (!prepared.ok) return reportIssues(terminal, prepared.issues, language);
  const absent = absentLayers(prepared.value, zooms.value.maxZoom, asOf);
  reportNotes(terminal, [...absent, ...prepared.notes], language);

  const layers = prepared.value.filter(
    ({ definition }) => !absent.some(({ path: [id] }) => id === definition.id),
  );
  const pyramid = packPyramid(layers, zooms.value, context);
  const tileset = profileTileset(session.value, layers, zooms.value, pyramid.layers, language);
  if (tileset === undefined || pyramid.tiles.length === 0) {
    return reportIssues(terminal, [nothingToCut(asOf)], language);
  }
  const written: WrittenArchive[] = [];
  let code: ExitCode = EXIT.fine;
  for (const file of files.value) {
    terminal.progress(file.path);
    const archive = await writeArchive(file, tileset, pyramid);
    if (archive.ok) written.push(archive.value);
    else code = reportIssues(terminal, archive.issues, language);
  }
  if (written.length === 0) return code;
  const { minZoom, maxZoom, bounds } = tileset;
  const { tiles } = pyramid;
  const sum = (of: 'features' | 'collapsed' | 'thinned'): number =>
    pyramid.layers.reduce((total, counts) => total + counts[of], 0);
  const [features, collapsed, thinned] = [sum('features'), sum('collapsed'), sum('thinned')];
  await writeResult(terminal, options.format, language, {
    columns: COLUMNS,
    rows: written,
    json: () => ({
      profile: sources.profile.id,
      as_of: asOf,
      vintage: vintage.id,
      layers: layers.map(({ definition }) => definition.id),
      min_zoom: minZoom,
      max_zoom: maxZoom,
      bounds,
      tiles: tiles.length,
      features,
      collapsed,
      thinned,
      counts: pyramid.layers,
      files: written,
    }),
    footer: text(
      context,
      `${layers.length} lớp ở ngày ${asOf} (mốc ${vintage.id}), mức ${minZoom}–${maxZoom}. ${numberText(features, 0, language)} lượt đối tượng; ${numberText(collapsed, 0, language)} quá nhỏ để vẽ, ${numberText(thinned, 0, language)} điểm nhường chỗ.`,
      `${layers.length} layers as of ${asOf} (vintage ${vintage.id}), zooms ${minZoom}–${maxZoom}. ${numberText(features, 0, language)} features drawn, once a tile; ${numberText(collapsed, 0, language)} too small to draw, ${numberText(thinned, 0, language)} points gave way.`,
    ),
  });
  return code;
}
