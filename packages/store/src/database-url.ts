import { err, issue, ok, type Result } from '@giapranh/core';

const REDACTED = '***';

/** A PostgreSQL address that never prints its password: not by `String`, not by JSON, not by `console.log`. */
export class DatabaseUrl {
  readonly #url: URL;

  constructor(url: URL) {
    this.#url = url;
  }

  /** With the password: for the driver only. */
  reveal(): string {
    return this.#url.href;
  }

  toString(): string {
    const shown = new URL(this.#url);
    if (shown.password !== '') shown.password = REDACTED;
    if (shown.searchParams.has('password')) shown.searchParams.set('password', REDACTED);
    return shown.href;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** `postgres://user:password@host:port/database`. Issue: `database-url`, which does not repeat the text. */
export function parseDatabaseUrl(text: string): Result<DatabaseUrl> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    return err(
      issue(
        'database-url',
        ['DATABASE_URL'],
        'DATABASE_URL không phải địa chỉ PostgreSQL.',
        'DATABASE_URL is not a PostgreSQL address.',
        {
          vi: 'Dạng đúng: postgres://người-dùng:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu',
          en: 'It looks like postgres://user:password@host:5432/database',
        },
      ),
    );
  }
  return ok(new DatabaseUrl(url));
}
