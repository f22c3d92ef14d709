import { Agent, request } from 'node:http';

/** One open connection, answers not compressed: what the server takes is measured, not what a client makes of it. */
export function plainClient(origin, headers = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const plain = { 'accept-encoding': 'identity', ...headers };
  const send = (method, path, body, more) =>
    new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, origin),
        { agent, method, headers: { ...plain, ...more } },
        (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode,
              headers: response.headers,
              bytes: Buffer.concat(parts),
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  return {
    send,
    /** The body of an answer that must be there. */
    async get(path) {
      const { status, bytes } = await send('GET', path);
      if (status !== 200 && status !== 204) throw new Error(`${path}: ${status} ${bytes}`);
      return bytes;
    },
    close: () => agent.destroy(),
  };
}
