import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { encodeWkb } from '@giapranh/core';
import { PYTHON } from './install.mjs';

const PROGRAM = fileURLToPath(new URL('./shapely_peer.py', import.meta.url));

/** Shapely in a Python of its own, asked line by line; it measures itself, so that talking costs it nothing. */
export class Shapely {
  #child;
  #answers;
  #folder = mkdtempSync(join(tmpdir(), 'giapranh-shapely-'));

  static async start() {
    if (!existsSync(PYTHON)) return undefined;
    const peer = new Shapely();
    peer.#child = spawn(PYTHON, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
    peer.#answers = createInterface({ input: peer.#child.stdout })[Symbol.asyncIterator]();
    return peer;
  }

  /** `{ ms, … }`, what the named work of the program answers. */
  async ask(work, question = {}) {
    this.#child.stdin.write(`${JSON.stringify({ work, ...question })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('Shapely ended');
    return JSON.parse(value);
  }

  /** Gives it geometries under a name. */
  async load(name, features) {
    const path = join(this.#folder, name);
    const parts = features.flatMap(({ geometry }) => {
      const wkb = Buffer.from(encodeWkb(geometry));
      const size = Buffer.alloc(4);
      size.writeUInt32LE(wkb.length);
      return [size, wkb];
    });
    writeFileSync(path, Buffer.concat(parts));
    await this.ask('load', { name, path });
    rmSync(path);
  }

  async stop() {
    const ended = once(this.#child, 'exit');
    this.#child.stdin.end();
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}
