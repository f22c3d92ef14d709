import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory, of a size that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Nothing can be written any more; and again. */
  remount(mode: 'ro' | 'rw'): void;
  remove(): void;
}

/** As root, or by sudo without asking: as the tools of the tests are installed. */
function asRoot(command: string, ...args: readonly string[]): void {
  const words = process.getuid?.() === 0 ? [command, ...args] : ['sudo', '-n', command, ...args];
  const [first = '', ...rest] = words;
  execFileSync(first, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
}

export function smallDisk(size_MB: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-disk-'));
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${size_MB}m,mode=0777`, 'tmpfs', folder);
  return {
    folder,
    remount: (mode) => asRoot('mount', '-o', `remount,${mode}`, folder),
    remove: () => {
      asRoot('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
