import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['giapranh-source', 'module', 'node'] };
const ssr = { resolve: { conditions: ['giapranh-source', 'module', 'node'] } };

/** One project a kind of test; `vitest --project laws` runs one kind. */
const project = (
  name: string,
  include: readonly string[],
  timeout_ms = 60_000,
  globalSetup: readonly string[] = [],
) => ({
  resolve,
  ssr,
  test: {
    name,
    include: [...include],
    globalSetup: [...globalSetup],
    environment: 'node' as const,
    // Files that a worker runs one after the other share what it imported and read: half of the unit tests' time. The
    // contract measures what a load keeps in memory, which what others left would hide.
    isolate: name === 'contract',
    testTimeout: timeout_ms,
    hookTimeout: 180_000,
  },
});

/** The projects that need PostgreSQL share one cluster a run. */
const postgres = ['test/postgres-setup.ts'];

export default defineConfig({
  test: {
    // Two files at a time on the two cores this is made for: most wait for a server, a browser or a database.
    maxWorkers: 2,
    projects: [
      project('unit', ['packages/*/src/**/*.test.ts', 'server/src/**/*.test.ts', 'viewer/src/**/*.test.ts']),
      project('contract', ['test/contract/**/*.test.ts'], 60_000, postgres),
      project('differential', ['test/differential/**/*.test.ts'], 180_000, postgres),
      project('laws', ['test/laws/**/*.test.ts'], 180_000),
      project('golden', ['test/golden/**/*.test.ts'], 180_000),
      project('e2e', ['test/e2e/**/*.test.ts'], 300_000, [...postgres, 'test/server-setup.ts']),
    ],
    passWithNoTests: true,
  },
});
