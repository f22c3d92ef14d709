import { type Issue, issue } from '@giapranh/core';

export const TOO_SLOW_TEXT = {
  vi: 'Câu hỏi mất quá nhiều thời gian nên đã dừng',
  en: 'The question took too long and was stopped',
  hint: {
    vi: 'Thu hẹp bbox, bộ lọc hoặc trang.',
    en: 'Narrow the bbox, the filter or the page.',
  },
} as const;

export function tooSlow(location: string): Issue {
  const { vi, en, hint } = TOO_SLOW_TEXT;
  return issue('store-too-slow', [location], `${vi}.`, `${en}.`, hint);
}
