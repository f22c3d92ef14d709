import { issue } from '../../issue.js';
import type { DeclaredArea } from '../statement/area.js';
import { checkArea } from './area.js';
import type { Fault, PointKey } from './fault.js';
import { byLabels, type Order, simpleOrders } from './orders.js';
import type { PlanePart, PlanePoint } from './plane.js';
import { crossings, isSimple } from './ring-math.js';

function sourcesOf(ring: readonly PlanePoint[]): readonly PointKey[] {
  return ring.map((point) => point.source);
}

function nameOf({ source }: PlanePoint): string {
  return source.label === '' ? String(source.row) : source.label;
}

/** The ring's names in order, begun at the corner the table begins with. */
function orderWords(order: readonly PlanePoint[]): string {
  return order.map(nameOf).join(' → ');
}

/** The one order that the declared area confirms, or the only one there is. */
function settled(orders: readonly Order[], declared: DeclaredArea | null, hole: boolean): Order | null {
  if (declared !== null) {
    const fitting = orders.filter(
      ({ ring }) => checkArea([{ hole: false, closed: false, points: ring }], declared, null).agrees,
    );
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  const labelled = orders.find((order) => order.how === 'labels');
  if (labelled !== undefined) return labelled;
  return orders.length === 1 && !hole ? (orders[0] ?? null) : null;
}

/** Edges that cross, and the order of the corners that would not. */
export function crossingFaults(part: PlanePart, partIndex: number, declared: DeclaredArea | null): Fault[] {
  const ring = part.points;
  if (ring.length < 3) return [];
  if (isSimple(ring)) return labelOrderFaults(part, partIndex, declared);
  const orders = ring.length >= 4 ? simpleOrders(ring) : [];
  const chosen = settled(orders, declared, part.hole);
  const suggestion = chosen ?? orders[0] ?? null;
  const where = crossings(ring, 6).map(([first, second]) => {
    const at = (index: number) => ring[index % ring.length]?.source.row ?? 0;
    return `${at(first)}–${at(first + 1)} × ${at(second)}–${at(second + 1)}`;
  });
  const firstRow = ring[crossings(ring, 1)[0]?.[0] ?? 0]?.source.row ?? 0;
  return [
    {
      blocks: true,
      repair: chosen === null ? null : { kind: 'order', part: partIndex, points: sourcesOf(chosen.ring) },
      issue: issue(
        'corner-ring-crosses',
        ['row', firstRow],
        `Ranh tự cắt: cạnh (dòng) ${where.join('; ')}`,
        `The outline crosses itself: edges (rows) ${where.join('; ')}`,
        suggestion === null
          ? {
              vi: 'Một tọa độ bị gõ sai, hoặc nhiều khu vực bị viết liền thành một vòng.',
              en: 'A coordinate is mistyped, or several areas are written as one ring.',
            }
          : {
              vi: `Thứ tự điểm bị đảo. Thứ tự không tự cắt: ${orderWords(suggestion.ring)}${chosen === null ? ` (một trong ${orders.length} cách; không tự sửa)` : ''}`,
              en: `The points are out of order. An order that does not cross: ${orderWords(suggestion.ring)}${chosen === null ? ` (one of ${orders.length}; not repaired by itself)` : ''}`,
            },
      ),
    },
  ];
}

/** Rows out of the order of their numbers though both orders make a ring: the declared area decides, or nobody. */
function labelOrderFaults(part: PlanePart, partIndex: number, declared: DeclaredArea | null): Fault[] {
  const labelled = byLabels(part.points);
  if (labelled === null || !isSimple(labelled)) return [];
  const agrees = (ring: readonly PlanePoint[]) =>
    declared !== null && checkArea([{ hole: false, closed: false, points: ring }], declared, null).agrees;
  if (agrees(part.points) && !agrees(labelled)) return [];
  const fault = labelled.find((point, at) => point !== part.points[at])?.source.row ?? 0;
  return [
    {
      blocks: true,
      repair: { kind: 'order', part: partIndex, points: sourcesOf(labelled) },
      issue: issue(
        'corner-order-of-numbers',
        ['row', fault],
        `Các dòng không theo thứ tự số hiệu điểm; theo số hiệu: ${orderWords(labelled)}`,
        `The rows do not follow the point numbers; by number: ${orderWords(labelled)}`,
        {
          vi: 'Dòng bị xếp lại hoặc số hiệu bị gõ sai: cả hai thứ tự đều thành vòng kín. Sửa: theo số hiệu.',
          en: 'Rows were rearranged or a number is mistyped: both orders make a ring. Repair: follow the numbers.',
        },
      ),
    },
  ];
}
