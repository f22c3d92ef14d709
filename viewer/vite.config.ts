import { defineConfig } from 'vite';
import { installPlugin } from './build/install-plugin.js';
import { pagePlugin } from './build/page-plugin.js';
import { stylePlugin } from './build/style-plugin.js';

export default defineConfig({
  base: '/',
  resolve: { conditions: ['giapranh-source', 'module', 'browser', 'import', 'default'] },
  plugins: [pagePlugin(), stylePlugin(), installPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // MapLibre alone is over a megabyte before compression; the committed ceiling is on the compressed size.
    chunkSizeWarningLimit: 1300,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
