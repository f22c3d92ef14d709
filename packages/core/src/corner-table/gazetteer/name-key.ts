const TYPE = /^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|tp\.?|tx\.?|tt\.?)\s+/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** A word with its tone at the end and i for y: `Hoà` and `Hòa`, `Sỹ` and `Sĩ` are one; ă and a stay two. */
function wordKey(word: string): string {
  const open = word.normalize('NFD');
  const tone = TONE.exec(open)?.[0] ?? '';
  return open.replace(TONE, '').normalize('NFC').replaceAll('y', 'i') + tone;
}

/** Names are alike when their keys are: NFC, lower case, without type, tone-mark placement and y/i folded. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(TYPE, '')
    .split(/[\s–-]+/u)
    .map(wordKey)
    .join(' ');
}
