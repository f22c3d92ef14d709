import type { LocalText } from '../issue.js';

/** How a unit inherits that was made from ground asked about and from other ground too. */
export const MIXED_POLICIES = ['all', 'by-area', 'old-part-only'] as const;
export type MixedPolicy = (typeof MIXED_POLICIES)[number];

/** Under the policy `by-area` a mixed unit inherits when at least this part of it was of the ground asked about. */
const MAJORITY = 0.5;

/** How much of a mixed unit inherits, `share` of which was of the ground asked about (0 to 1). */
export function mixedInheritance(policy: MixedPolicy, share: number): 'whole' | 'part' | 'none' {
  if (policy === 'all') return 'whole';
  if (policy === 'old-part-only') return 'part';
  return share < MAJORITY ? 'none' : 'whole';
}

/** What each policy does, to be said wherever one was used. */
export const MIXED_POLICY_TEXT: Readonly<Record<MixedPolicy, LocalText>> = {
  all: {
    vi: 'đơn vị ghép được tính trọn',
    en: 'mixed units count whole',
  },
  'by-area': {
    vi: 'đơn vị ghép được tính trọn khi từ một nửa diện tích trở lên là đất cũ, nếu không thì không tính',
    en: 'mixed units count whole where half of their area or more is the old ground, and else not at all',
  },
  'old-part-only': {
    vi: 'đơn vị ghép chỉ tính phần đất cũ, theo nét vẽ của đơn vị cũ',
    en: 'of mixed units only the old part counts, by the outline of the former unit',
  },
};
