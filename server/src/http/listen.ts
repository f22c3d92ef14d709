import type { Server } from 'node:http';
import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import type { ServerConfig } from '../config.js';

type Place = Pick<ServerConfig, 'host' | 'port'>;

/** The value is the port taken. Issues: `server-port-in-use`, `server-listen`. */
export function listen(server: Server, { host, port }: Place): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(err(portIssue(error, host, port))));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function portIssue(error: NodeJS.ErrnoException, host: string, port: number): Issue {
  const where = `${host}:${port}`;
  return error.code === 'EADDRINUSE'
    ? issue(
        'server-port-in-use',
        ['PORT'],
        `Cổng ${where} đang có chương trình khác dùng.`,
        `Port ${where} is in use.`,
        {
          vi: 'Chọn cổng khác bằng biến PORT; PORT=0 tự chọn cổng trống.',
          en: 'Choose another one with PORT; PORT=0 takes any free port.',
        },
      )
    : issue(
        'server-listen',
        ['HOST', 'PORT'],
        `Không mở được ${where}: ${error.code ?? error.message}.`,
        `Cannot listen on ${where}: ${error.code ?? error.message}.`,
      );
}

/** `http://127.0.0.1:8080` */
export function shownUrl({ host }: Place, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** How soon a connection is closed after its last answer. */
const LOOK_ms = 100;

/** Takes no more, finishes what it accepted, and after a while cuts the rest. */
export function closeServer(server: Server, grace_ms = 5_000): Promise<void> {
  return new Promise((resolve) => {
    // Connections that clients keep open are closed as they fall idle.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_ms).unref();
    const cut = setTimeout(() => server.closeAllConnections(), grace_ms).unref();
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
