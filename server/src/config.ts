import { resolve } from 'node:path';
import { type Issue, issue, ok, okUnless, type Result } from '@giapranh/core';
import { type DatabaseUrl, parseDatabaseUrl } from '@giapranh/store';
import { z } from 'zod';
import { FOLDERS } from './checkout.js';
import {
  LIMIT_NAMES,
  type Limits,
  limitRange,
  limitSchema,
  limitsOf,
  limitVariable,
} from './limits/limits.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export interface ServerConfig {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database under `dataDir`. */
  readonly databaseUrl?: DatabaseUrl;
  /** What the server writes: the embedded database, prepared tiles. */
  readonly dataDir: string;
  readonly profile: string;
  /** A bearer of this token is the operator: an administrator without an account. */
  readonly editToken?: string;
  /** Whether public layers are for whoever comes; everybody else signs in. */
  readonly publicRead: boolean;
  /** Tiles of a layer with more features than this are made by PostGIS, where there is one; the others in memory. */
  readonly featuresInMemory: number;
  /** A PMTiles file to serve instead of a profile. */
  readonly archive?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly limits: Limits;
  /** The folder of reference data and profiles. */
  readonly dataRoot: string;
  /** The built viewer. */
  readonly viewerDir: string;
}

/** About a hundred vertices each: a gigabyte of memory while they are prepared. */
const FEATURES_IN_MEMORY = 50_000;

/** An empty value counts as absent: `PORT= npm start`. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const environment = z.object({
  PORT: text.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535)
      .default(8080),
  ),
  HOST: text.pipe(z.string().default('127.0.0.1')),
  DATABASE_URL: text,
  GIAPRANH_DATA: text.pipe(z.string().default('.giapranh')),
  GIAPRANH_PROFILE: text.pipe(z.string().default('bac-kan')),
  GIAPRANH_EDIT_TOKEN: text.pipe(z.string().min(16).optional()),
  GIAPRANH_PUBLIC_READ: text.pipe(z.enum(['yes', 'no']).optional()),
  GIAPRANH_TILES: text,
  GIAPRANH_TILES_IN_MEMORY: text.pipe(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .default(FEATURES_IN_MEMORY),
  ),
  GIAPRANH_LOG: text.pipe(z.enum(LOG_LEVELS).default('info')),
});
const limitVariables = z.object(limitSchema);

const HINTS: Readonly<Record<string, string>> = {
  PORT: '0–65535',
  GIAPRANH_EDIT_TOKEN: '≥ 16',
  GIAPRANH_PUBLIC_READ: 'yes, no',
  GIAPRANH_TILES_IN_MEMORY: '0–999999999',
  GIAPRANH_LOG: LOG_LEVELS.join(', '),
  ...Object.fromEntries(LIMIT_NAMES.map((name) => [limitVariable(name), limitRange(name)])),
};

/** Whether only this computer reaches the address. */
function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

function variableIssue(name: string): Issue {
  const accepted = HINTS[name] ?? '';
  return issue(
    'server-config',
    [name],
    `Biến môi trường ${name} có giá trị không hợp lệ.`,
    `The environment variable ${name} has an invalid value.`,
    { vi: `Giá trị đúng: ${accepted}`, en: `It may be: ${accepted}` },
  );
}

/**
 * All of the environment the server looks at. A relative `GIAPRANH_DATA` is taken from the checkout.
 * Issues: `server-config`, `database-url`; all at once, no value repeated.
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Result<ServerConfig> {
  const parsed = environment.safeParse(variables);
  const limits = limitVariables.safeParse(variables);
  const given = variables['DATABASE_URL'] ?? '';
  const databaseUrl = given === '' ? ok(undefined) : parseDatabaseUrl(given);
  const faults = [
    ...[parsed, limits].flatMap((read) =>
      read.success ? [] : read.error.issues.map((fault) => variableIssue(String(fault.path[0]))),
    ),
    ...(databaseUrl.ok ? [] : databaseUrl.issues),
  ];
  const values = environment.parse(parsed.success ? variables : {});
  const numbers = limitVariables.parse(limits.success ? variables : {});
  return okUnless(faults, {
    port: values.PORT,
    host: values.HOST,
    publicRead: (values.GIAPRANH_PUBLIC_READ ?? (isLoopback(values.HOST) ? 'yes' : 'no')) === 'yes',
    ...(databaseUrl.ok && databaseUrl.value !== undefined ? { databaseUrl: databaseUrl.value } : {}),
    ...(values.GIAPRANH_EDIT_TOKEN === undefined ? {} : { editToken: values.GIAPRANH_EDIT_TOKEN }),
    ...(values.GIAPRANH_TILES === undefined ? {} : { archive: resolve(values.GIAPRANH_TILES) }),
    dataDir: resolve(FOLDERS.checkout, values.GIAPRANH_DATA),
    profile: values.GIAPRANH_PROFILE,
    featuresInMemory: values.GIAPRANH_TILES_IN_MEMORY,
    logLevel: values.GIAPRANH_LOG,
    limits: limitsOf(numbers),
    dataRoot: FOLDERS.data,
    viewerDir: FOLDERS.viewer,
  });
}
