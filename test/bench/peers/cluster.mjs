import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, ROOT } from '../../../scripts/workspace.mjs';

const OUT = join(ROOT, 'test/.tmp/bench');

/**
 * The tests' own cluster; `undefined`, with the reason on stderr, where PostgreSQL is not installed. `durable`: each
 * commit goes to disk.
 */
export async function startCluster(options = {}) {
  const compiled = spawnSync(
    bin('tsc'),
    [
      ...[
        '--ignoreConfig',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--skipLibCheck',
        '--types',
        'node',
      ],
      ...['--rootDir', 'test', '--outDir', OUT, 'test/postgres-cluster.ts'],
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (compiled.status !== 0) throw new Error(compiled.stdout);
  const helper = await import(pathToFileURL(join(OUT, 'postgres-cluster.js')).href);
  try {
    const cluster = await helper.startPostgres(options);
    return { url: helper.databaseUrl(cluster.url, helper.TEMPLATE), stop: cluster.stop };
  } catch (error) {
    process.stderr.write(`PostGIS is absent: ${error.message}\n`);
    return undefined;
  }
}
