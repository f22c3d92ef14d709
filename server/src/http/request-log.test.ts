import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { Metrics } from '../metrics.js';
import { failed } from './last-resort.js';
import { requestLog } from './request-log.js';

it('writes one line of what went wrong, whole, without the secret of an address; others only when asked to', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const app = express();
  app.use(requestLog(log, new Metrics()));
  app.get('/fine', (_request, response) => void response.send('fine'));
  app.get('/setup', () => {
    throw new Error('a bug of ours');
  });
  app.use(failed);
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    for (const path of ['fine', 'setup?token=secret']) {
      await (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
    }
    await expect.poll(() => lines.length).toBe(1);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      req: { method: 'GET', url: '/setup?token=…' },
      res: { statusCode: 500 },
      problem: 'server-internal',
      err: { message: 'a bug of ours', stack: expect.stringContaining('request-log.test') },
    });
    expect(line).not.toContain('secret');
  } finally {
    server.close();
  }
});
