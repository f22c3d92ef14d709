import { type Issue, issue } from '@giapranh/core';

/** What the server itself finds wrong with a request, or with itself. */
export const PROBLEMS = {
  noSuchPath: issue(
    'server-path-unknown',
    [],
    'Không có địa chỉ này. Xem /api để biết các địa chỉ có.',
    'There is nothing at this address. See /api for what there is.',
  ),
  noSuchLayer: (id: string): Issue =>
    issue(
      'server-layer-unknown',
      ['layer', id],
      `Không có lớp dữ liệu "${id}". Xem /collections.`,
      `There is no layer "${id}". See /collections.`,
    ),
  noSuchFeature: (layer: string, id: string): Issue =>
    issue(
      'server-feature-unknown',
      [layer, id],
      `Lớp ${layer} không có đối tượng "${id}".`,
      `Layer ${layer} has no feature "${id}".`,
    ),
  noSuchProcess: (id: string): Issue =>
    issue(
      'server-process-unknown',
      ['process', id],
      `Không có phép xử lý "${id}". Xem /processes.`,
      `There is no process "${id}". See /processes.`,
    ),
  noSuchJob: (id: string): Issue =>
    issue('server-job-unknown', ['job', id], 'Không có việc này.', 'There is no such job.'),
  notReady: (id: string): Issue =>
    issue(
      'server-job-running',
      ['job', id],
      'Việc chưa xong; xem trạng thái.',
      'The job has not ended; see its status.',
    ),
  dismissed: (id: string): Issue =>
    issue('server-job-dismissed', ['job', id], 'Việc đã bị hủy.', 'The job was dismissed.'),
  denied: issue(
    'server-denied',
    [],
    'Quyền được cấp không đủ cho việc này.',
    'Your rights do not reach this.',
  ),
  signInFirst: issue(
    'server-sign-in',
    [],
    'Cần đăng nhập hoặc gửi mã truy cập.',
    'Sign in, or send an access token.',
    {
      vi: 'Đăng nhập tại /sign-in; chương trình gửi kèm "Authorization: Bearer …".',
      en: 'Sign in at /sign-in; programs send "Authorization: Bearer …".',
    },
  ),
  signInWrong: issue(
    'server-sign-in-wrong',
    [],
    'Tên đăng nhập hoặc mật khẩu không đúng.',
    'The user name or the password is wrong.',
  ),
  tooManyAttempts: issue(
    'server-sign-in-wait',
    [],
    'Sai quá nhiều lần; xin thử lại sau.',
    'Too many wrong attempts; try again later.',
  ),
  csrf: issue(
    'server-csrf',
    [],
    'Yêu cầu không đến từ trang của máy chủ này.',
    "The request does not come from this server's own page.",
    {
      vi: 'Trong phiên đăng nhập, gửi kèm X-CSRF-Token lấy từ /session.',
      en: 'In a session send X-CSRF-Token as told by /session.',
    },
  ),
  setupGone: issue(
    'server-setup',
    [],
    'Liên kết không đúng, đã dùng hoặc đã hết hạn.',
    'The link is wrong, was used, or has ended.',
    { vi: 'Xin quản trị viên liên kết mới.', en: 'Ask the administrator for a new one.' },
  ),
  noSuchUser: issue('server-user-unknown', ['name'], 'Không có người dùng này.', 'There is no such user.'),
  userExists: issue('server-user-exists', ['name'], 'Đã có người dùng này.', 'There is such a user already.'),
  lastAdmin: issue(
    'server-last-admin',
    [],
    'Phải còn ít nhất một quản trị viên.',
    'At least one administrator must remain.',
  ),
  noSuchToken: issue('server-token-unknown', ['id'], 'Không có mã truy cập này.', 'There is no such token.'),
  noSuchSession: issue(
    'server-session-unknown',
    ['id'],
    'Không có phiên đăng nhập này.',
    'There is no such session.',
  ),
  noSession: issue(
    'server-no-session',
    [],
    'Yêu cầu này không ở trong phiên đăng nhập nào.',
    'The request is in no session.',
  ),
  confirmFirst: issue(
    'server-confirm',
    [],
    'Nhập lại mật khẩu trước khi thay đổi người dùng hoặc phiên đăng nhập.',
    'Give your password once more before you change users or sessions.',
    {
      vi: 'Gửi mật khẩu đến POST /session/confirmation; có hiệu lực 15 phút.',
      en: 'Send it to POST /session/confirmation; it holds for 15 minutes.',
    },
  ),
  sessionOnly: issue(
    'server-session-only',
    [],
    'Chỉ tạo được mã truy cập trong phiên đăng nhập.',
    'Tokens are made in a signed-in session only.',
  ),
  tokenUnknown: issue(
    'server-token',
    [],
    'Mã truy cập không đúng hoặc đã hết hạn.',
    'The access token is not valid, or has ended.',
  ),
  outOfReach: issue(
    'server-edit-reach',
    ['properties', 'unit_code'],
    'Chỉ được ghi trong địa bàn và mức mật được giao.',
    'You may record only in your own units and levels of secrecy.',
    {
      vi: 'Ghi unit_code của địa bàn mình, dạng mốc:mã khi mã đã được dùng lại.',
      en: 'Give a unit_code of your own, as vintage:code where the code was used anew.',
    },
  ),
  needsIfMatch: issue(
    'server-if-match',
    [],
    'Sửa và xóa cần tiêu đề If-Match với ETag của đối tượng đã đọc (hoặc *).',
    'Changing and deleting need an If-Match header with the ETag of the feature as read (or *).',
  ),
  stale: issue(
    'server-stale',
    [],
    'Đối tượng đã được sửa từ khi đọc; hãy đọc lại.',
    'The feature was changed since it was read; read it again.',
  ),
  bodyNotJson: issue(
    'server-body',
    [],
    'Nội dung gửi lên không phải là JSON đọc được.',
    'The body is not JSON that can be read.',
  ),
  bodyType: issue(
    'server-body-type',
    [],
    'Gửi nội dung dạng application/geo+json hoặc application/json.',
    'Send the body as application/geo+json or application/json.',
  ),
  packageType: issue(
    'server-package-type',
    [],
    'Gửi gói trao đổi dạng application/zip.',
    'Send the exchange package as application/zip.',
  ),
  viewerMissing: issue(
    'server-viewer-missing',
    [],
    'Giao diện bản đồ chưa được dựng; chạy "npm start" hoặc "pnpm build".',
    'The viewer is not built; run "npm start" or "pnpm build".',
  ),
  tooLarge: (limit_bytes: number): Issue =>
    issue(
      'server-limit-body',
      ['body'],
      `Nội dung gửi lên quá lớn; giới hạn là ${limit_bytes} byte.`,
      `The body is too large; the limit is ${limit_bytes} bytes.`,
    ),
  tooManyRequests: issue(
    'server-limit-client',
    [],
    'Quá nhiều yêu cầu từ một nơi; xin thử lại sau.',
    'Too many requests from one place; try again later.',
  ),
  tooLong: (limit_s: number): Issue =>
    issue(
      'server-limit-time',
      [],
      `Chưa có câu trả lời sau ${limit_s} giây nên đã dừng.`,
      `There was no answer after ${limit_s} seconds, so it was stopped.`,
      {
        vi: 'Hỏi ít hơn mỗi lần; phép xử lý thì gửi kèm "Prefer: respond-async".',
        en: 'Ask for less at once; run processes with "Prefer: respond-async".',
      },
    ),
  sentTooSlowly: issue(
    'server-limit-sending',
    [],
    'Yêu cầu được gửi quá chậm.',
    'The request was sent too slowly.',
  ),
  headersTooLarge: issue(
    'server-limit-headers',
    [],
    'Địa chỉ hoặc tiêu đề quá dài.',
    'The address or the headers are too long.',
  ),
  stopping: issue(
    'server-stopping',
    [],
    'Máy chủ đang dừng; xin thử lại sau ít giây.',
    'The server is stopping; try again in some seconds.',
  ),
  malformed: issue('server-request-malformed', [], 'Yêu cầu viết sai dạng.', 'The request is malformed.'),
  methodNotAllowed: issue(
    'server-method',
    [],
    'Địa chỉ này chỉ đọc: dùng GET hoặc HEAD.',
    'This address is read only: use GET or HEAD.',
  ),
  internal: issue(
    'server-internal',
    [],
    'Máy chủ gặp lỗi ngoài dự kiến; chi tiết có trong nhật ký.',
    'Something unexpected happened in the server; its log has the details.',
  ),
  loading: issue(
    'server-loading',
    [],
    'Máy chủ đang nạp dữ liệu, xin thử lại sau ít phút.',
    'The server is loading its data, try again in a few minutes.',
  ),
} as const;
