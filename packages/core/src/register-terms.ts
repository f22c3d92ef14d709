import type { LayerId } from './catalog.js';
import type { LocalText } from './issue.js';

interface Term {
  /** What a record says. */
  readonly id: string;
  readonly title: LocalText;
}

/** The terms of one property of a register. */
interface TermList {
  readonly layer: LayerId;
  readonly property: string;
  /** Whether nothing else may be said. */
  readonly closed: boolean;
  readonly terms: readonly Term[];
}

const term = (id: string, vi: string, en: string): Term => ({ id, title: { vi, en } });

/** The words of the registers. Open lists are what to choose from first; a record may say something else. */
export const REGISTER_TERMS: readonly TermList[] = [
  {
    layer: 'inspections',
    property: 'kind',
    closed: true,
    terms: [term('planned', 'Theo kế hoạch', 'Planned'), term('sudden', 'Đột xuất', 'Sudden')],
  },
  {
    layer: 'inspections',
    property: 'status',
    closed: true,
    terms: [
      term('open', 'Đang tiến hành', 'Under way'),
      term('finishing', 'Đang hoàn thiện kết luận', 'Being finished'),
      term('concluded', 'Đã kết luận', 'Concluded'),
      term('suspended', 'Tạm dừng', 'Suspended'),
    ],
  },
  {
    layer: 'incidents',
    property: 'bank',
    closed: true,
    terms: [
      term('own', 'Bên tỉnh mình', "Our province's side"),
      term('other', 'Bên tỉnh bạn', "The neighbour's side"),
      term('both', 'Cả hai bên', 'Both sides'),
    ],
  },
  {
    layer: 'incidents',
    property: 'kind',
    closed: false,
    terms: [
      term('khai thác', 'Khai thác trái phép', 'Illegal mining'),
      term('vận chuyển', 'Vận chuyển trái phép', 'Illegal transport'),
      term('san gạt', 'San gạt trái phép', 'Illegal levelling'),
    ],
  },
  {
    layer: 'equipment',
    property: 'kind',
    closed: false,
    terms: [
      term('máy xúc', 'Máy xúc', 'Excavator'),
      term('ô tô tải', 'Ô tô tải', 'Lorry'),
      term('tàu hút', 'Tàu hút cát', 'Suction dredger'),
      term('thuyền', 'Thuyền', 'Boat'),
    ],
  },
];

/** The list of a property; `undefined` where anything may be written. */
export function termsOf(layer: LayerId, property: string): TermList | undefined {
  return REGISTER_TERMS.find((list) => list.layer === layer && list.property === property);
}
