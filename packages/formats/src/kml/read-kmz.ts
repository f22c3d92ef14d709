import { readFile, stat } from 'node:fs/promises';
import { err, issue, type Result } from '@giapranh/core';
import { fileFault, tooLarge } from '../file-fault.js';
import type { ReadLimits } from '../limits.js';
import { kmlOfKmz } from './kmz.js';

/** The text of a KMZ file. Issues: `file-missing`, `file-unreadable`, `file-too-large`, `kmz-empty`, those of `kmlOfKmz`. */
export async function readKmz(path: string, limits: ReadLimits): Promise<Result<string>> {
  try {
    if ((await stat(path)).size > limits.file_bytes) return err(tooLarge(path, limits));
    return (
      kmlOfKmz(await readFile(path), path, limits) ??
      err(issue('kmz-empty', [path], 'Tệp KMZ không chứa tệp KML nào.', 'The KMZ holds no KML.'))
    );
  } catch (error) {
    return err(fileFault(path, error));
  }
}
