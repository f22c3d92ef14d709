// A program: `node load.mjs URL CONNECTIONS SECONDS PATH…`, keeps so many connections busy with GETs, one after another
// on each; `{ requests, seconds, p50_ms, p99_ms, bytes, faults }` on stdout. Plain sockets, so that it costs less than
// what it measures.
import { connect } from 'node:net';

const [url, connections, seconds, ...paths] = process.argv.slice(2);
const { hostname, port, host } = new URL(url);
const requests = paths.map((path) =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n`,
  ),
);
const HEAD_END = Buffer.from('\r\n\r\n');
const times = [];
let [bytes, faults, turn, running] = [0, 0, 0, true];

function headOf(buffer) {
  const end = buffer.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = buffer.toString('latin1', 0, end).toLowerCase();
  const length = /\ncontent-length: *(\d+)/.exec(head);
  return {
    status: Number(head.slice(9, 12)),
    body: end + 4,
    length: length === null ? undefined : Number(length[1]),
  };
}

/** Bytes of a whole answer, or undefined while it is not whole. */
function wholeLength(buffer, head) {
  if (head.length !== undefined)
    return buffer.length >= head.body + head.length ? head.body + head.length : undefined;
  if (head.status === 204 || head.status === 304) return head.body;
  const end = buffer.indexOf('\r\n0\r\n\r\n', head.body - 2);
  return end < 0 ? undefined : end + 7;
}

function busy() {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let [started, held] = [0, Buffer.alloc(0)];
  const ask = () => {
    started = performance.now();
    socket.write(requests[turn++ % requests.length]);
  };
  socket.once('connect', ask);
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const head = headOf(held);
    const whole = head === undefined ? undefined : wholeLength(held, head);
    if (whole === undefined) return;
    if (head.status !== 200) faults += 1;
    bytes += whole;
    times.push(performance.now() - started);
    held = held.subarray(whole);
    if (running) ask();
    else socket.destroy();
  });
  socket.on('error', () => {
    faults += 1;
  });
}

const began = performance.now();
for (let at = 0; at < Number(connections); at += 1) busy();
setTimeout(() => {
  running = false;
  const took = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(times).sort();
  const quantile = (part) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  process.stdout.write(
    JSON.stringify({
      requests: sorted.length,
      seconds: took,
      p50_ms: quantile(0.5),
      p99_ms: quantile(0.99),
      bytes,
      faults,
    }),
  );
  setTimeout(() => process.exit(), 50);
}, 1000 * Number(seconds));
