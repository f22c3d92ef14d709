import { type Issue, issue } from '@giapranh/core';
import { SQLITE, type SqliteError } from './sqlite-error.js';

/** What went wrong with the file, for a person. */
export function sqliteIssue(path: string, error: SqliteError): Issue {
  switch (error.code) {
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return issue(
        'store-locked',
        [path],
        `Tệp ${path} đang bị chương trình khác khóa để ghi.`,
        `${path} is locked by another program that writes to it.`,
        {
          vi: 'Đợi lần nạp kia xong, hoặc lưu và tắt chế độ sửa trong QGIS.',
          en: 'Wait for the other load to end, or save and stop editing in QGIS.',
        },
      );
    case SQLITE.CORRUPT:
      return corrupt(path, error.message);
    case SQLITE.NOTADB:
      return notADatabase(path);
    case SQLITE.FULL:
      return issue('store-disk-full', [path], 'Hết chỗ trên đĩa.', 'The disk is full.');
    case SQLITE.PERM:
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
      return issue(
        'store-permission',
        [path],
        `Không được phép mở hoặc ghi tệp ${path}.`,
        `Not allowed to open or write ${path}.`,
        {
          vi: 'Kiểm tra quyền của tệp và thư mục.',
          en: 'Check the permissions of the file and its directory.',
        },
      );
    default:
      return issue(
        'store-failed',
        [path],
        `Cơ sở dữ liệu báo lỗi: ${error.message}`,
        `The database failed: ${error.message}`,
      );
  }
}

export function corrupt(path: string, detail: string): Issue {
  return issue(
    'store-corrupt',
    [path],
    `Tệp ${path} bị hỏng (${detail}); tệp được giữ nguyên.`,
    `${path} is corrupt (${detail}); it is left as it is.`,
    {
      vi: 'Chuyển tệp đi nơi khác; lần khởi động sau sẽ nạp lại từ dữ liệu gốc.',
      en: 'Move the file away; the next start loads it again from the reference data.',
    },
  );
}

export function notADatabase(path: string): Issue {
  return issue(
    'store-not-a-database',
    [path],
    `Tệp ${path} không phải cơ sở dữ liệu; tệp được giữ nguyên.`,
    `${path} is not a database; it is left as it is.`,
    { vi: 'Chuyển tệp đi nơi khác.', en: 'Move the file away.' },
  );
}
