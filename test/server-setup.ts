import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startRunningServer } from './running-server.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's one server: the built one, default profile, embedded store. */
    readonly serverUrl: string;
    /** What it loaded into; a second server on it starts warm. */
    readonly serverData: string;
  }
}

/** Kept between runs: the server itself knows when its content is no longer what it would load. */
const DATA = fileURLToPath(new URL('.tmp/server', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startRunningServer({ GIAPRANH_DATA: DATA });
  process.stderr.write(`server ready in ${(server.ready_ms / 1000).toFixed(1)} s\n`);
  project.provide('serverUrl', server.url);
  project.provide('serverData', DATA);
  return async () => {
    const complaints = server.complaints();
    const code = await server.stop();
    if (code !== 0) throw new Error(`the server ended with ${code}\n${server.output()}`);
    if (complaints.length > 0) throw new Error(`the server's log is not clean\n${complaints.join('\n')}`);
  };
}
