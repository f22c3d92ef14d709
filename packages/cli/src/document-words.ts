import type { DocumentStatus, LocalText } from '@giapranh/core';

export const STATUS_WORDS: Readonly<Record<DocumentStatus, LocalText>> = {
  'in-force': { vi: 'còn hiệu lực', en: 'in force' },
  unknown: { vi: 'hiệu lực chưa rõ', en: 'validity not known' },
  'not-yet': { vi: 'chưa có hiệu lực', en: 'not in force yet' },
  superseded: { vi: 'đã bị thay thế', en: 'replaced' },
  lapsed: { vi: 'hết hiệu lực', en: 'lapsed' },
};
