import { type Issue, issue } from '@giapranh/core';
import type { DumpItem } from './dump-item.js';

/** Whether the item may stand at this place: the first tells the profile, no other does. */
export function isOurs(item: DumpItem, index: number, profile: string): boolean {
  return index === 0 ? item.kind === 'meta' && item.profile === profile : item.kind !== 'meta';
}

export function foreignDump(profile: string): Issue {
  return issue(
    'store-dump-profile',
    ['profile'],
    `Bản sao lưu không phải của hồ sơ ${profile}.`,
    `The dump is not of the profile ${profile}.`,
    { vi: 'Đặt GIAPRANH_PROFILE đúng với bản sao lưu.', en: 'Set GIAPRANH_PROFILE to that of the dump.' },
  );
}
