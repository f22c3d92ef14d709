import { type FileHandle, open, rename } from 'node:fs/promises';
import { baselineOf, type FlagReport, knownFlags, type SiteFlags } from '@giapranh/core';

/** Writes a baseline site by site, beside its place, and puts it there when it is whole. */
export class BaselineWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  #first = true;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async begin(
    path: string,
    head: Pick<FlagReport, 'as_of' | 'profile' | 'inputs'>,
  ): Promise<BaselineWriter> {
    const file = await open(`${path}.part`, 'w');
    const writer = new BaselineWriter(path, file);
    await file.write(JSON.stringify({ ...baselineOf({ ...head, sites: [] }), sites: [] }).slice(0, -2));
    return writer;
  }

  async add(sites: readonly SiteFlags[]): Promise<void> {
    const rows = sites.map((site) => {
      const start = this.#first ? '\n  ' : ',\n  ';
      this.#first = false;
      return start + JSON.stringify({ site_id: site.site_id, flags: knownFlags(site) });
    });
    await this.#file.write(rows.join(''));
  }

  async end(): Promise<void> {
    await this.#file.write('\n]}\n');
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
  }
}
