import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built or not, this file lies two folders below the package, and the package two below the checkout. */
const CHECKOUT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export interface CliConfig {
  /** When `--profile` is not given. */
  readonly profile: string;
  /** When `--data-root` is not given: holds `manifest.json`, `reference/`, `profiles/`. */
  readonly dataRoot: string;
  /** The server's program, for `serve`. */
  readonly serverMain: string;
}

/** All of the environment the command looks at; an empty value counts as absent. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): CliConfig {
  const profile = variables['GIAPRANH_PROFILE'] ?? '';
  return {
    profile: profile === '' ? 'bac-kan' : profile,
    dataRoot: join(CHECKOUT, 'data'),
    serverMain: join(CHECKOUT, 'server', 'dist', 'main.js'),
  };
}

/** The environment a child process gets: this one's, with what the options say. */
export function environmentWith(
  overrides: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...process.env, ...overrides };
}
