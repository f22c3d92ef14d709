import type { TestProject } from 'vitest/node';
import { type PostgresCluster, startPostgres } from './postgres-cluster.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's address of the run's one PostgreSQL cluster, database `postgres`. */
    readonly postgresUrl: string;
  }
}

/** Vitest runs this once for each project that names it; they share one cluster through the process. */
const SHARED = Symbol.for('giapranh test cluster');
interface Shared {
  cluster: Promise<PostgresCluster>;
  users: number;
}
const holder = globalThis as { [SHARED]?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = holder[SHARED] ?? { cluster: startPostgres(), users: 0 };
  holder[SHARED] = shared;
  shared.users += 1;
  const cluster = await shared.cluster;
  project.provide('postgresUrl', cluster.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder[SHARED];
    await cluster.stop();
  };
}
