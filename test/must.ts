import type { Result } from '@giapranh/core';

/** The value of what a test takes for granted; fails the test with the first issue otherwise. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.issues[0].code}: ${result.issues[0].message.en}`);
  return result.value;
}
