/** SQLite's primary result codes that this store tells apart. */
export const SQLITE = {
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  CONSTRAINT: 19,
  NOTADB: 26,
} as const;

/** What any driver throws, with the primary result code of SQLite; 0 where the driver gave none. */
export class SqliteError extends Error {
  readonly code: number;

  constructor(message: string, code: number, cause: unknown) {
    super(message, { cause });
    this.name = 'SqliteError';
    this.code = code & 0xff;
  }
}

/** Runs a driver's call and rethrows what it throws as `SqliteError`. */
export function asSqlite<T>(call: () => T, codeOf: (error: Error) => number): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SqliteError(error.message, codeOf(error), error);
  }
}
