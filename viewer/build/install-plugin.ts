import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { MESSAGES } from '../src/messages/messages.js';
import { TOKENS } from '../src/style/tokens.js';
import { iconRaster } from './icon-raster.js';
import { png } from './png.js';

const ICONS = [
  { file: 'icons/giapranh-192.png', size: 192, room: 0, purpose: 'any' },
  { file: 'icons/giapranh-512.png', size: 512, room: 0, purpose: 'any' },
  // Systems cut these to a shape of their own: the mark keeps to the middle.
  { file: 'icons/giapranh-mask-512.png', size: 512, room: 0.2, purpose: 'maskable' },
] as const;

function manifest(): string {
  const { name, title, description } = MESSAGES.vi.app;
  return JSON.stringify({
    name: title,
    short_name: name,
    description,
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: TOKENS.light.surface,
    theme_color: TOKENS.light.accent,
    icons: ICONS.map(({ file, size, purpose }) => ({
      src: `/${file}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  });
}

/** Makes the viewer installable: the manifest, its icons from `mark.svg`, and the service worker with its list of files. */
export function installPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'giapranh-install',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    generateBundle() {
      const mark = readFileSync(join(config.root, 'public/mark.svg'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'app.webmanifest', source: manifest() });
      for (const { file, size, room } of ICONS)
        this.emitFile({ type: 'asset', fileName: file, source: png(iconRaster(mark, size, room)) });
    },
    async writeBundle(_options, bundle) {
      const files = ['mark.svg', ...Object.keys(bundle)]
        .filter((file) => file !== 'style.template.json' && !file.endsWith('.map'))
        .sort();
      const page = bundle['index.html'];
      const version = createHash('sha256')
        .update(files.join('\n'))
        .update(page?.type === 'asset' ? page.source : '')
        .digest('hex')
        .slice(0, 12);
      await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        publicDir: false,
        define: {
          SHELL_FILES: JSON.stringify(files.map((file) => `/${file}`)),
          SHELL_VERSION: JSON.stringify(version),
        },
        build: {
          target: 'es2022',
          outDir: config.build.outDir,
          emptyOutDir: false,
          rollupOptions: {
            input: join(config.root, 'src/offline/worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}
