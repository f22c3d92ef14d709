import { err, issue, type Result } from '@giapranh/core';

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'EIO', 'EMFILE', 'ENFILE'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * Runs what writes into the data folder; what the disk refuses is an issue, our own bugs stay thrown. Issues:
 * `server-disk-full`, `server-folder`.
 */
export async function inFolder<T>(folder: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (FULL.includes(code)) {
      return err(
        issue(
          'server-disk-full',
          [folder],
          `Hết chỗ trên đĩa của ${folder} (${code}).`,
          `The disk of ${folder} is full (${code}).`,
          {
            vi: 'Dọn chỗ rồi khởi động lại; dữ liệu đã ghi vẫn còn.',
            en: 'Make room and start again; what was written is still there.',
          },
        ),
      );
    }
    if (!CLOSED.includes(code)) throw error;
    return err(
      issue(
        'server-folder',
        [folder],
        `Không ghi được vào thư mục dữ liệu ${folder} (${code}).`,
        `The data folder ${folder} cannot be written (${code}).`,
        {
          vi: 'Kiểm tra quyền và đĩa, hoặc chọn thư mục khác bằng GIAPRANH_DATA.',
          en: 'Check rights and disk, or choose another folder by GIAPRANH_DATA.',
        },
      ),
    );
  }
}
