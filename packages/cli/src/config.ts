import { dirname, join, resolve } from 'node:path';
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
  /** The viewer as built for a folder, for `bundle`. */
  readonly bundleViewer: string;
  /** The program that loads a profile into the store, for `data load`. */
  readonly loadMain: string;
  /** The program that works on users, tokens and packages by the server's rules. */
  readonly operatorMain: string;
  /** As the server takes them: the store of `data dump` and `data restore`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** All of the environment the command looks at; an empty value counts as absent. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): CliConfig {
  const given = (name: string): string | undefined => {
    const value = variables[name] ?? '';
    return value === '' ? undefined : value;
  };
  return {
    profile: given('GIAPRANH_PROFILE') ?? 'bac-kan',
    dataRoot: join(CHECKOUT, 'data'),
    serverMain: join(CHECKOUT, 'server', 'dist', 'main.js'),
    bundleViewer: join(CHECKOUT, 'viewer', 'dist-bundle'),
    loadMain: join(CHECKOUT, 'server', 'dist', 'load-main.js'),
    operatorMain: join(CHECKOUT, 'server', 'dist', 'operator-main.js'),
    databaseUrl: given('DATABASE_URL') ?? null,
    dataDir: resolve(CHECKOUT, given('GIAPRANH_DATA') ?? '.giapranh'),
  };
}

/** The environment a child process gets: this one's, with what the options say. */
export function environmentWith(
  overrides: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...process.env, ...overrides };
}
