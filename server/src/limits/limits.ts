import { FILTER_LIMITS, type LocalText } from '@giapranh/core';
import { z } from 'zod';

/** One limit: its default, what an operator may set, what a request beyond it is answered (`null`: no answer of its own). */
interface LimitDefinition {
  readonly otherwise: number;
  readonly least: number;
  readonly most: number;
  readonly status: 408 | 413 | 422 | 429 | 431 | 503 | null;
  readonly title: LocalText;
}

const limit = (
  otherwise: number,
  [least, most]: readonly [number, number],
  status: LimitDefinition['status'],
  vi: string,
  en: string,
): LimitDefinition => ({ otherwise, least, most, status, title: { vi, en } });

const MINUTES_15_s = 900;

/** Every limit of a request, by its name; an operator sets `GIAPRANH_LIMIT_` and the name in capitals. */
export const LIMITS = {
  body_bytes: limit(5_242_880, [1_024, 268_435_456], 413, 'Nội dung gửi lên (byte)', 'Body (bytes)'),
  header_bytes: limit(
    ...([32_768, [8_192, 262_144], 431] as const),
    'Địa chỉ và tiêu đề (byte)',
    'Address and headers (bytes)',
  ),
  depth: limit(32, [8, 200], 422, 'Độ lồng của JSON gửi lên', 'Nesting of a JSON body'),
  vertices: limit(
    ...([100_000, [4, 10_000_000], 422] as const),
    'Số đỉnh của một hình',
    'Vertices of one geometry',
  ),
  parts: limit(
    ...([10_000, [1, 1_000_000], 422] as const),
    'Số đường, vòng của một hình',
    'Lines and rings of one geometry',
  ),
  bbox_deg2: limit(
    ...([64_800, [0, 64_800], 422] as const),
    'Diện tích khung bao (độ vuông)',
    'Area of "bbox" (square degrees)',
  ),
  page: limit(
    ...([10_000, [1, 100_000], null] as const),
    'Số đối tượng trong một trang; hỏi nhiều hơn thì nhận bấy nhiêu và liên kết "next"',
    'Features of a page; who asks for more gets so many and a "next" link',
  ),
  client_per_minute: limit(
    ...([12_000, [0, 1_000_000_000], 429] as const),
    'Yêu cầu mỗi phút từ một địa chỉ, không kể ô bản đồ trong bộ nhớ; 0: không giới hạn',
    'Requests a minute from one address, tiles in memory aside; 0: any number',
  ),
  client_at_once: limit(
    ...([100, [1, 100_000], 429] as const),
    'Yêu cầu cùng lúc từ một địa chỉ',
    'Requests at once from one address',
  ),
  queries_at_once: limit(8, [1, 1_000], null, 'Câu hỏi được đọc cùng lúc', 'Queries answered at once'),
  queries_waiting: limit(100, [0, 100_000], 503, 'Câu hỏi chờ đến lượt', 'Queries waiting their turn'),
  writes_at_once: limit(50, [1, 1_000], null, 'Lần ghi cùng lúc', 'Writes at once'),
  writes_waiting: limit(200, [0, 100_000], 503, 'Lần ghi chờ đến lượt', 'Writes waiting their turn'),
  tiles_at_once: limit(
    ...([64, [1, 10_000], null] as const),
    'Ô bản đồ ngoài bộ nhớ, cùng lúc',
    'Tiles not in memory, at once',
  ),
  tiles_waiting: limit(
    ...([1_000, [0, 100_000], 503] as const),
    'Ô bản đồ ngoài bộ nhớ chờ đến lượt',
    'Tiles not in memory, waiting their turn',
  ),
  jobs_waiting: limit(20, [0, 10_000], 503, 'Phép xử lý chờ đến lượt', 'Processes waiting their turn'),
  wait_s: limit(10, [1, 600], 503, 'Thời gian chờ đến lượt (giây)', 'Waiting for one’s turn (s)'),
  query_s: limit(30, [1, 3_600], 503, 'Một câu hỏi tới kho dữ liệu (giây)', 'One question to the store (s)'),
  answer_s: limit(
    ...([120, [1, 3_600], 503] as const),
    'Từ lúc nhận yêu cầu tới lúc bắt đầu trả lời (giây)',
    'From a request to the beginning of its answer (s)',
  ),
  job_s: limit(
    ...([MINUTES_15_s, [1, 86_400], null] as const),
    'Một phép xử lý (giây); quá thì dừng với process-too-long',
    'One process (s); beyond it ends with process-too-long',
  ),
  headers_s: limit(15, [1, 600], 408, 'Gửi xong tiêu đề (giây)', 'Sending the headers (s)'),
  request_s: limit(60, [1, 3_600], 408, 'Gửi xong yêu cầu (giây)', 'Sending the whole request (s)'),
  stalled_s: limit(
    ...([30, [1, 3_600], null] as const),
    'Không nhận được byte nào của câu trả lời (giây); quá thì bị cắt',
    'Taking no byte of an answer (s); then cut off',
  ),
  transfer_s: limit(
    ...([MINUTES_15_s, [1, 86_400], null] as const),
    'Nhận hết câu trả lời (giây); quá thì bị cắt',
    'Taking a whole answer (s); then cut off',
  ),
  idle_s: limit(
    ...([65, [1, 3_600], null] as const),
    'Kết nối không dùng đến được giữ (giây)',
    'An unused connection is kept (s)',
  ),
  connections: limit(
    ...([2_000, [1, 100_000], null] as const),
    'Kết nối cùng lúc; quá thì bị đóng ngay',
    'Connections at once; beyond it closed at once',
  ),
  stop_s: limit(
    ...([30, [0, 3_600], null] as const),
    'Khi dừng: thời gian làm nốt việc đã nhận (giây)',
    'On stopping: for what was accepted (s)',
  ),
} as const satisfies Readonly<Record<string, LimitDefinition>>;

export type LimitName = keyof typeof LIMITS;
export type Limits = { readonly [Name in LimitName]: number };

export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** Those of filters are the language's own and the same in the library: not set by an operator. */
export const FIXED_LIMITS = FILTER_LIMITS;

export function limitVariable(name: LimitName): string {
  return `GIAPRANH_LIMIT_${name.toUpperCase()}`;
}

/** The range a variable may have: for its issue. */
export function limitRange(name: LimitName): string {
  return `${LIMITS[name].least}–${LIMITS[name].most}`;
}

/** What the environment's schema read, by the names of the limits. */
export function limitsOf(variables: Readonly<Record<string, number>>): Limits {
  return Object.fromEntries(
    LIMIT_NAMES.map((name) => [name, variables[limitVariable(name)] ?? LIMITS[name].otherwise]),
  ) as Limits;
}

export const DEFAULT_LIMITS = limitsOf({});

/** The variables as a part of the environment's schema. */
export const limitSchema = Object.fromEntries(
  LIMIT_NAMES.map((name) => {
    const { least, most, otherwise } = LIMITS[name];
    const number = z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number)
      .refine((value) => value >= least && value <= most);
    const text = z
      .string()
      .optional()
      .transform((value) => (value === '' ? undefined : value));
    return [limitVariable(name), text.pipe(number.default(otherwise))] as const;
  }),
);
