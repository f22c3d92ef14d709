/** What a file may ask of the machine before it is refused. */
export interface ReadLimits {
  /** On disk, as it is. */
  readonly file_bytes: number;
  /** Unpacked text. */
  readonly text_bytes: number;
  /** Features of a GeoJSON file, rows of a table. */
  readonly records: number;
}

/** Room for every commune of the country (43 MB packed, 163 MB unpacked), and no more than a string can hold. */
export const READ_LIMITS: ReadLimits = {
  file_bytes: 200_000_000,
  text_bytes: 400_000_000,
  records: 500_000,
};
