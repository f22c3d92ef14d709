import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/workspace.mjs';

/** Our server as a user starts it, over a database. Resolves when it has loaded; `stop` ends it. `more`: its variables. */
export async function serve(databaseUrl, dataDir, more = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'server/dist/main.js')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH,
      HOME,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      GIAPRANH_DATA: dataDir,
      GIAPRANH_LOG: 'fatal',
      // One client asks as fast as it can: that is what is measured.
      GIAPRANH_LIMIT_CLIENT_PER_MINUTE: '0',
      ...more,
    },
  });
  child.stdout.setEncoding('utf8');
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (more) => {
      text += more;
      const found = /http:\/\/\S+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
