import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's Password Storage Cheat Sheet asks at least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** OWASP ASVS 4.0.3, 2.1.1 and 2.1.2: no other rule but the length. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** Of no password: whoever asks for a user that is not there waits as long. */
const NONE = hash('', COST);

/** Work at once; the others wait, so that guessing never takes the machine. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** As typed on any keyboard: NFC. In the PHC form, with its cost and salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/** `kept: null` takes as long, and is never right. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const against = kept ?? (await NONE);
  const same = await inTurn(() => verify(against, password.normalize('NFC')));
  return same && kept !== null;
}
