import { err, issue, ok, type Result } from '@giapranh/core';
import { strFromU8, unzipSync } from 'fflate';
import { READ_LIMITS, type ReadLimits } from '../limits.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Workbooks begin the same way: what is inside tells them apart. */
export function isZip(bytes: Uint8Array): boolean {
  return ZIP.every((byte, at) => bytes[at] === byte);
}

/**
 * The text of the document of a KMZ: its `doc.kml`, else the first `.kml`, which is the one that is shown. `undefined`
 * where there is none, as in a workbook. Issues: `kmz-unreadable`, `kmz-too-large` (as said by the archive, before
 * anything is unpacked).
 */
export function kmlOfKmz(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = READ_LIMITS,
): Result<string> | undefined {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        if (/\.kml$/i.test(entry)) sizes.set(entry, originalSize);
        return false;
      },
    });
    const entries = [...sizes.keys()];
    const wanted = entries.find((entry) => /^doc\.kml$/i.test(entry)) ?? entries[0];
    if (wanted === undefined) return undefined;
    if ((sizes.get(wanted) ?? 0) > limits.text_bytes) return err(tooLarge(name, limits));
    const unpacked = unzipSync(bytes, { filter: ({ name: entry }) => entry === wanted })[wanted];
    return unpacked === undefined ? err(unreadable(name, wanted)) : ok(strFromU8(unpacked));
  } catch (error) {
    return err(unreadable(name, error instanceof Error ? error.message : String(error)));
  }
}

function tooLarge(name: string, { text_bytes }: ReadLimits) {
  const most = Math.round(text_bytes / 1e6);
  return issue(
    'kmz-too-large',
    [name],
    `Nội dung KML trong tệp nén vượt ${most} MB.`,
    `The KML inside the archive is larger than ${most} MB.`,
  );
}

function unreadable(name: string, why: string) {
  return issue(
    'kmz-unreadable',
    [name],
    `Không mở được tệp KMZ: ${why}.`,
    `The KMZ cannot be opened: ${why}.`,
  );
}
