import { readFile, stat } from 'node:fs/promises';
import { err, type Result } from '@giapranh/core';
import { fileFault } from '../file-fault.js';
import type { ExchangePackage } from './package.js';
import { PACKAGE_FAULTS } from './package-fault.js';
import { readExchangePackage } from './read-package.js';
import { UNPACK_LIMITS } from './unpack.js';

/** The package of a file; of one that is too large nothing is read. Issues: `file-missing`, `file-unreadable`, those of `readExchangePackage`. */
export async function readExchangeFile(path: string): Promise<Result<ExchangePackage>> {
  try {
    const { size } = await stat(path);
    if (size > UNPACK_LIMITS.package_bytes) return err(PACKAGE_FAULTS.tooLarge(UNPACK_LIMITS.unpacked_bytes));
    return readExchangePackage(await readFile(path));
  } catch (error) {
    return err(fileFault(path, error));
  }
}
