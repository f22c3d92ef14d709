import { issue } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import type { LayerData } from './layer-data.js';

/** "GRL1" as the first four bytes: of Giáp Ranh, a layer, in the first version of the block. */
const MAGIC = 0x314c_5247;
/** Magic, checksum, length of the block in bytes as two words, length of the text. */
const HEAD_WORDS = 6;

interface BlockHead {
  readonly heads: LayerData['heads'];
  readonly grid: LayerData['grid'];
  /** Numbers in each array, in the order of `ARRAYS`. */
  readonly counts: readonly number[];
}

const DOUBLES = ['xy', 'boxes'] as const;
const WORDS = ['paths', 'featurePaths', 'cells', 'lists', 'runs', 'edges'] as const;

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * A layer as one little-endian block: six words of head, names and counts as JSON in UTF-16, then each array at a multiple
 * of eight bytes.
 */
export function layerBytes(data: LayerData): Uint8Array {
  const counts = [...DOUBLES, ...WORDS].map((name) => data[name].length);
  const head: BlockHead = { heads: data.heads, grid: data.grid, counts };
  const text = codesOf(JSON.stringify(head));
  const arrays = [...DOUBLES, ...WORDS].map((name) => data[name]);
  const start = padded(4 * HEAD_WORDS + text.byteLength);
  const length = arrays.reduce((sum, array) => sum + padded(array.byteLength), start);
  const bytes = new Uint8Array(length);
  new Uint16Array(bytes.buffer, 4 * HEAD_WORDS, text.length).set(text);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, 0, length % 2 ** 32, Math.floor(length / 2 ** 32), text.length, 0]);
  words[1] = checksum(words);
  return bytes;
}

/** The layer of a block, its arrays being views of it. A block that does not begin at a multiple of eight is copied. */
export function layerOfBytes(block: Uint8Array): Result<LayerData> {
  const bytes = block.byteOffset % 8 === 0 ? block : block.slice();
  if (bytes.length < 4 * HEAD_WORDS || bytes.length % 8 !== 0) return unreadable('its length is wrong');
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (words[0] !== MAGIC) return unreadable('it is no prepared layer of this version');
  if ((words[2] ?? 0) + 2 ** 32 * (words[3] ?? 0) !== bytes.length) return unreadable('it was cut short');
  if (words[1] !== checksum(words)) return unreadable('its checksum differs');
  // The checksum holds: what follows is as `layerBytes` wrote it.
  const text = new Uint16Array(bytes.buffer, bytes.byteOffset + 4 * HEAD_WORDS, words[4] ?? 0);
  const head: BlockHead = JSON.parse(textOf(text));
  let at = padded(4 * HEAD_WORDS + text.byteLength);
  const take = (count: number, size: number): number => {
    const offset = bytes.byteOffset + at;
    at += padded(count * size);
    return offset;
  };
  const { buffer } = bytes;
  const [xy = 0, boxes = 0, ...rest] = head.counts;
  const doubles = [xy, boxes].map((count) => new Float64Array(buffer, take(count, 8), count));
  const wholes = rest.map((count) => new Uint32Array(buffer, take(count, 4), count));
  const [xyView, boxesView] = doubles;
  const [paths, featurePaths, cells, lists, runs, edges] = wholes;
  if (
    xyView === undefined ||
    boxesView === undefined ||
    paths === undefined ||
    featurePaths === undefined ||
    cells === undefined ||
    lists === undefined ||
    runs === undefined ||
    edges === undefined
  ) {
    return unreadable('arrays are missing');
  }
  const { heads, grid } = head;
  return ok({ heads, grid, xy: xyView, boxes: boxesView, paths, featurePaths, cells, lists, runs, edges });
}

function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) {
    text += String.fromCharCode(...codes.subarray(at, at + 4096));
  }
  return text;
}

/** Over all words but the checksum itself, in four lanes: position and value both count. */
function checksum(words: Uint32Array): number {
  let [a, b, c, d] = [1, 2, 3, 4];
  const end = words.length - (words.length % 4);
  for (let at = 4; at < end; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), 0x0100_0193);
    b = Math.imul(b ^ (words[at + 1] ?? 0), 0x0100_0193);
    c = Math.imul(c ^ (words[at + 2] ?? 0), 0x0100_0193);
    d = Math.imul(d ^ (words[at + 3] ?? 0), 0x0100_0193);
  }
  for (let at = end; at < words.length; at += 1) a = Math.imul(a ^ (words[at] ?? 0), 0x0100_0193);
  return (a ^ (b << 8) ^ (b >>> 24) ^ (c << 16) ^ (c >>> 16) ^ (d << 24) ^ (d >>> 8)) >>> 0;
}

function unreadable(reason: string): Result<never> {
  return err(
    issue(
      'prepared-layer-unreadable',
      [],
      `Không đọc được khối dữ liệu của lớp đã chuẩn bị: ${REASONS_VI.get(reason) ?? reason}.`,
      `The block of a prepared layer cannot be read: ${reason}.`,
      { vi: 'Hãy dựng lại lớp từ dữ liệu gốc.', en: 'Prepare the layer again from its data.' },
    ),
  );
}

const REASONS_VI = new Map([
  ['its length is wrong', 'độ dài không đúng'],
  ['it is no prepared layer of this version', 'không phải khối của phiên bản này'],
  ['it was cut short', 'khối bị cắt ngắn'],
  ['its checksum differs', 'tổng kiểm tra không khớp'],
  ['arrays are missing', 'thiếu mảng dữ liệu'],
]);
