/** How a body can be sent, the smallest first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What clients send is one of a few texts: remembered, up to a number. */
const remembered = new Map<string, ReadonlyMap<Encoding, number>>();
const MOST_REMEMBERED = 200;

/** `gzip;q=0.5, *;q=0` as a weight of each encoding (RFC 9110, 12.5.3); what is not named weighs nothing. */
function readWeights(header: string): ReadonlyMap<Encoding, number> {
  const named = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
    const value =
      weight === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
    if (name !== '') named.set(name === 'x-gzip' ? 'gzip' : name, value);
  }
  const any = named.get('*');
  return new Map(
    ENCODINGS.map((encoding) => [
      encoding,
      // Plain is always welcome unless it is refused, but after all that is named.
      named.get(encoding) ?? any ?? (encoding === 'identity' ? 0.000_1 : 0),
    ]),
  );
}

/**
 * The best of the encodings there are for what the client accepts; of equal ones the smallest. `undefined` when it
 * refuses all of them.
 */
export function chooseEncoding(
  header: string | undefined,
  available: readonly Encoding[],
): Encoding | undefined {
  const text = header ?? '';
  const weights = remembered.get(text) ?? readWeights(text);
  if (remembered.size < MOST_REMEMBERED) remembered.set(text, weights);
  let [best, most]: [Encoding | undefined, number] = [undefined, 0];
  for (const encoding of ENCODINGS) {
    const weight = weights.get(encoding) ?? 0;
    if (weight > most && available.includes(encoding)) [best, most] = [encoding, weight];
  }
  return best;
}
