import { type Issue, issue, type LocalText } from '@giapranh/core';
import { TOO_SLOW_TEXT } from '../too-slow.js';

interface Cause {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly hint?: LocalText;
}

const UNREACHABLE: Cause = {
  code: 'store-unreachable',
  vi: 'Không kết nối được tới PostgreSQL',
  en: 'PostgreSQL cannot be reached',
  hint: {
    vi: 'Kiểm tra máy chủ đang chạy, địa chỉ và cổng trong DATABASE_URL.',
    en: 'Check that the server runs, and the host and port in DATABASE_URL.',
  },
};
const REFUSED: Cause = {
  code: 'store-refused',
  vi: 'PostgreSQL từ chối tên hoặc mật khẩu',
  en: 'PostgreSQL refused the name or password',
};

const BUSY: Cause = {
  code: 'store-locked',
  vi: 'Người khác đang ghi cùng chỗ',
  en: 'Somebody else writes the same',
};
const TOO_SLOW: Cause = { code: 'store-too-slow', ...TOO_SLOW_TEXT };

/** By SQLSTATE, or by the code of a failed connection. */
const CAUSES: Readonly<Record<string, Cause>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ENOENT: UNREACHABLE,
  EPIPE: UNREACHABLE,
  ERR_STREAM_DESTROYED: UNREACHABLE,
  ECONNABORTED: UNREACHABLE,
  '57P01': UNREACHABLE,
  '57P02': UNREACHABLE,
  '57P03': UNREACHABLE,
  '53300': UNREACHABLE,
  '25006': UNREACHABLE,
  '28P01': REFUSED,
  '28000': REFUSED,
  '3D000': {
    code: 'store-database-missing',
    vi: 'Không có cơ sở dữ liệu này',
    en: 'There is no such database',
    hint: { vi: 'Tạo bằng lệnh createdb.', en: 'Make it with createdb.' },
  },
  '42501': {
    code: 'store-permission',
    vi: 'Tài khoản không đủ quyền',
    en: 'The account lacks a permission',
    hint: {
      vi: 'Cần quyền tạo lược đồ trong cơ sở dữ liệu và ghi bảng spatial_ref_sys khi chạy lần đầu.',
      en: 'The first start needs to create schemas in the database and to write spatial_ref_sys.',
    },
  },
  '55P03': {
    code: 'store-locked',
    vi: 'Một lần nạp khác đang chạy',
    en: 'Another load is running',
    hint: { vi: 'Đợi lần nạp kia xong.', en: 'Wait for it to end.' },
  },
  '40001': BUSY,
  '40P01': BUSY,
  '57014': TOO_SLOW,
  '53100': { code: 'store-disk-full', vi: 'Hết chỗ trên đĩa', en: 'The disk is full' },
};

/** By the class of a SQLSTATE: 08 is the connection's, 22 and 54 the fault of a value that was asked for. */
function causeOf(code: string, isLost: boolean, message: string): Cause | undefined {
  if (message === READ_TIMEOUT) return TOO_SLOW;
  if (isLost || /^08...$/.test(code)) return UNREACHABLE;
  if (!/^(22|54)...$/.test(code)) return undefined;
  return {
    code: 'store-query-value',
    vi: 'Giá trị được hỏi không dùng được',
    en: 'A value cannot be asked for',
  };
}

/** What `pg` says, without a code, of a connection that went away. */
const LOST = /timeout|Connection terminated|connection error|Client was closed/i;
/** What `pg` says when an answer does not come in time. */
const READ_TIMEOUT = 'Query read timeout';

/** What `pg` or PostgreSQL threw; `location` is the redacted address. Nothing here repeats a password. */
export function postgresIssue(location: string, error: Error): Issue {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const lost = LOST.test(error.message);
  const cause = CAUSES[code] ?? causeOf(code, code === '' && lost, error.message);
  const detail = `${location}: ${error.message === '' ? code : error.message}`;
  return cause === undefined
    ? issue(
        'store-failed',
        [location],
        `Cơ sở dữ liệu báo lỗi (${detail}).`,
        `The database failed (${detail}).`,
      )
    : issue(cause.code, [location], `${cause.vi} (${detail}).`, `${cause.en} (${detail}).`, cause.hint);
}

/** Whether the error came from the database or its connection, and is not a bug of ours. */
export function isDatabaseError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return 'code' in error ? typeof error.code === 'string' : LOST.test(error.message);
}
