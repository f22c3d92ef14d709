import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['giapranh-source', 'module', 'node', 'import', 'default'] };
const ssr = { resolve: { conditions: ['giapranh-source', 'module', 'node', 'import', 'default'] } };

/** One project a kind of test; `vitest --project laws` runs one kind. */
const project = (name: string, include: readonly string[], timeout_ms = 60_000) => ({
  resolve,
  ssr,
  test: {
    name,
    include: [...include],
    environment: 'node' as const,
    testTimeout: timeout_ms,
    hookTimeout: 180_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['packages/*/src/**/*.test.ts', 'server/src/**/*.test.ts', 'viewer/src/**/*.test.ts']),
      project('contract', ['test/contract/**/*.test.ts']),
      project('differential', ['test/differential/**/*.test.ts'], 180_000),
      project('laws', ['test/laws/**/*.test.ts'], 180_000),
      project('golden', ['test/golden/**/*.test.ts'], 180_000),
      project('e2e', ['test/e2e/**/*.test.ts'], 300_000),
    ],
    passWithNoTests: true,
  },
});
