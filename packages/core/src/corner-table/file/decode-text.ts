/** Browsers and Node have it; core is built with the types of neither. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** A text file's content and the encoding it was taken to be in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';
}

/** Bytes above 0x7F that Vietnamese text in windows-1258 uses: letters, combining tones, quotes and dashes. */
const WINDOWS_1258 = new Set([
  ...[0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xb2, 0xb3, 0xb4, 0xba, 0xbb],
  ...[
    0xc0, 0xc1, 0xc2, 0xc3, 0xc8, 0xc9, 0xca, 0xcc, 0xcd, 0xd0, 0xd2, 0xd3, 0xd4, 0xd5, 0xd9, 0xda, 0xdd,
    0xde,
  ],
  ...[
    0xe0, 0xe1, 0xe2, 0xe3, 0xe8, 0xe9, 0xea, 0xec, 0xed, 0xf0, 0xf2, 0xf3, 0xf4, 0xf5, 0xf9, 0xfa, 0xfd,
    0xfe,
  ],
]);
/** Its combining tones: without any of them a text is not Vietnamese in this code page. */
const COMBINING = [0xcc, 0xd2, 0xde, 0xec, 0xf2];

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const high = bytes.filter((byte) => byte > 0x7f);
  const vietnamese =
    high.every((byte) => WINDOWS_1258.has(byte)) && high.some((byte) => COMBINING.includes(byte));
  return vietnamese ? 'windows-1258' : 'windows-1252';
}

/**
 * Bytes of a text file as text: UTF-8 (also without a mark), UTF-16 with its mark, windows-1258; any other single-byte
 * text comes back byte by byte, for the corner-table reader to recognise TCVN3 and VNI in it.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes).normalize('NFC'), encoding };
}
