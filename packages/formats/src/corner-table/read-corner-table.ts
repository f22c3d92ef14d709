import { readFile, stat } from 'node:fs/promises';
import { type CornerTableInput, err, type Result, tableFromBytes } from '@giapranh/core';
import readSheets from 'read-excel-file/node';
import { fileFault, tooLarge } from '../file-fault.js';
import { READ_LIMITS, type ReadLimits } from '../limits.js';

/** `tableFromBytes` with this machine's reader of workbooks. */
export function cornerTableFromBytes(bytes: Uint8Array, name: string): Promise<Result<CornerTableInput>> {
  return tableFromBytes(bytes, name, (workbook) => readSheets(Buffer.from(workbook), { trim: false }));
}

/** Reads a corner table's file. Issues: `file-missing`, `file-unreadable`, `file-too-large`, and those of its bytes. */
export async function readCornerTable(
  path: string,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<CornerTableInput>> {
  try {
    if ((await stat(path)).size > limits.file_bytes) return err(tooLarge(path, limits));
    return await cornerTableFromBytes(await readFile(path), path);
  } catch (error) {
    return err(fileFault(path, error));
  }
}
