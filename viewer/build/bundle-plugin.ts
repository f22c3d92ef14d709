import type { Plugin, Rollup } from 'vite';
import { KEPT_LISTS } from '../src/offline/keep-list.js';
import { fontFiles } from '../src/style/fonts.js';
import { DATED_SOURCES, SOURCES } from '../src/style/sources.js';

const WEIGHTS = [400, 600, 700];

/** What computes, as a script that hands its own text to the page: a worker may not be started from a file. */
function computePart(files: Record<string, Rollup.OutputAsset | Rollup.OutputChunk>): string {
  const [name, worker] = Object.entries(files).find(([file]) => /(^|\/)worker-[^/]+\.js$/.test(file)) ?? [];
  if (name === undefined || worker === undefined) throw new Error('the build has no worker');
  delete files[name];
  const text = worker.type === 'asset' ? new TextDecoder().decode(bytesOf(worker.source)) : worker.code;
  return `giapranhBundle.parts.compute=${JSON.stringify(text)};\n`;
}

const bytesOf = (source: string | Uint8Array): Uint8Array =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source;

/**
 * The page as a folder holds it: opened from a disk it may load plain scripts only. Beside it `bundle.json` says what
 * `giapranh bundle` has to put into the folder.
 */
export function bundlePlugin(): Plugin {
  return {
    name: 'giapranh-bundle',
    enforce: 'post',
    transformIndexHtml: (html) =>
      html
        .replace(/\s*<link rel="(preload|manifest|apple-touch-icon)"[^>]*>/g, '')
        .replace('href="/mark.svg"', 'href="./mark.svg"')
        .replace(
          /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/,
          '<script defer src="./data/bundle.js"></script>\n    <script defer src="$1"></script>',
        )
        .replaceAll(' crossorigin', ''),
    generateBundle(_options, files) {
      this.emitFile({ type: 'asset', fileName: 'data/compute.js', source: computePart(files) });
      const wants = {
        lists: KEPT_LISTS,
        sources: Object.entries(SOURCES).map(([id, layers]) => ({
          layers,
          dated: DATED_SOURCES.some((dated) => dated === id),
        })),
        fonts: WEIGHTS.flatMap((weight) => fontFiles('', weight).map(({ url }) => url)),
      };
      this.emitFile({ type: 'asset', fileName: 'bundle.json', source: JSON.stringify(wants) });
    },
  };
}
