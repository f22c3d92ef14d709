import { userInfo } from 'node:os';
import type { Reader } from '../access/reader.js';

/** Whoever works at the machine with the store's own rights; the audit has the name of their account there. */
export function operatorAtMachine(): Reader {
  return {
    id: 'operator',
    role: 'admin',
    secrecy: ['public', 'internal', 'restricted'],
    units: 'all',
    authority: `at the machine, ${userInfo().username}`,
  };
}
