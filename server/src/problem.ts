import type { Issue } from '@giapranh/core';
import type { Response } from 'express';
import type { Language } from './language.js';

/** What a status means, in the two languages. */
const TITLES = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'Bad request' },
  401: { vi: 'Cần xưng danh', en: 'Unauthorized' },
  403: { vi: 'Không được phép', en: 'Forbidden' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Phương thức không được phép', en: 'Method not allowed' },
  406: { vi: 'Không có dạng dữ liệu được yêu cầu', en: 'Not acceptable' },
  408: { vi: 'Gửi yêu cầu quá chậm', en: 'Request timeout' },
  409: { vi: 'Xung đột', en: 'Conflict' },
  412: { vi: 'Đã bị người khác sửa', en: 'Precondition failed' },
  413: { vi: 'Yêu cầu quá lớn', en: 'Request too large' },
  414: { vi: 'Địa chỉ quá dài', en: 'Address too long' },
  415: { vi: 'Không đọc được dạng dữ liệu này', en: 'Unsupported media type' },
  422: { vi: 'Nội dung không hợp lệ', en: 'Unprocessable content' },
  428: { vi: 'Thiếu điều kiện If-Match', en: 'Precondition required' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  431: { vi: 'Tiêu đề quá lớn', en: 'Request header fields too large' },
  500: { vi: 'Lỗi của máy chủ', en: 'Server error' },
  503: { vi: 'Chưa sẵn sàng', en: 'Not ready' },
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** When to come again, where nobody knows better. */
const RETRY_AFTER_s: Readonly<Partial<Record<ProblemStatus, number>>> = { 429: 5, 503: 5 };

/** RFC 9457, with all issues under `issues`; the first one is the detail. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly issues: readonly {
    readonly code: string;
    readonly path: readonly (string | number)[];
    readonly message: string;
    readonly hint?: string;
  }[];
}

/** The only translator of issues outward. */
export function problemDocument(
  status: ProblemStatus,
  issues: readonly [Issue, ...Issue[]],
  language: Language,
): ProblemDocument {
  const [first] = issues;
  return {
    type: `urn:giapranh:problem:${first.code}`,
    title: TITLES[status][language],
    status,
    detail: first.message[language],
    issues: issues.map(({ code, path, message, hint }) => ({
      code,
      path,
      message: message[language],
      ...(hint === undefined ? {} : { hint: hint[language] }),
    })),
  };
}

export function sendProblem(
  response: Response,
  status: ProblemStatus,
  issues: readonly [Issue, ...Issue[]],
  language: Language,
): void {
  if (RETRY_AFTER_s[status] !== undefined && !response.hasHeader('Retry-After'))
    response.set('Retry-After', String(RETRY_AFTER_s[status]));
  // For the metrics.
  response.locals['problem'] = issues[0].code;
  response
    .status(status)
    .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
    .vary('Accept-Language')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(status, issues, language)));
}

/** Causes that are not the asker's or that are their own: a status whatever was asked. */
const STATUSES: Readonly<Record<string, ProblemStatus>> = {
  'server-busy': 503,
  'process-busy': 503,
  'store-unreachable': 503,
  'store-refused': 503,
  'store-locked': 503,
  'store-disk-full': 503,
  'store-too-slow': 503,
  'store-permission': 503,
  'filter-too-big': 422,
  'server-bbox-large': 422,
  'server-filter-long': 422,
  'store-edit-exists': 409,
  'store-edit-missing': 404,
  'store-edit-conflict': 412,
  'server-user-exists': 409,
  'server-last-admin': 409,
  'server-user-units': 422,
  'server-user-unknown': 404,
  'server-token-unknown': 404,
};

/** The status of an issue; `otherwise` where the issue itself does not tell. */
export function statusOf({ code }: Pick<Issue, 'code'>, otherwise: ProblemStatus): ProblemStatus {
  if (code.startsWith('store-query')) return 400;
  if (code.startsWith('store-feature') || code.startsWith('server-limit-')) return 422;
  return STATUSES[code] ?? otherwise;
}
