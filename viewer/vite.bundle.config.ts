import { defineConfig } from 'vite';
import { bundlePlugin } from './build/bundle-plugin.js';
import { pagePlugin } from './build/page-plugin.js';
import { stylePlugin } from './build/style-plugin.js';

/** The viewer for a folder without a server: one plain script, workers and all inside of it. */
export default defineConfig({
  base: './',
  resolve: { conditions: ['giapranh-source', 'module', 'browser', 'import', 'default'] },
  plugins: [pagePlugin(), stylePlugin(), bundlePlugin()],
  build: {
    target: 'es2022',
    outDir: 'dist-bundle',
    emptyOutDir: true,
    chunkSizeWarningLimit: 20_000,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    rollupOptions: { output: { format: 'iife', codeSplitting: false } },
  },
});
