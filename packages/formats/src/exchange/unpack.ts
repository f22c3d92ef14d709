import { err, type Issue, ok, type Result } from '@giapranh/core';
import { Unzip, UnzipInflate } from 'fflate';
import { PACKAGE_FAULTS } from './package-fault.js';

export interface UnpackLimits {
  readonly package_bytes: number;
  /** Of all members together, counted while they are unpacked: what the archive says of itself is not believed. */
  readonly unpacked_bytes: number;
  readonly members: number;
}

/** A zone of 5 km, both sides of 200 km of border, and thousands of records stay below a tenth of this. */
export const UNPACK_LIMITS: UnpackLimits = {
  package_bytes: 20_000_000,
  unpacked_bytes: 100_000_000,
  members: 64,
};

/** So little is given to the inflater at once that it cannot make much of it before it is stopped. */
const PIECE_bytes = 16_384;

class Refused extends Error {
  readonly issue: Issue;
  constructor(fault: Issue) {
    super(fault.code);
    this.issue = fault;
  }
}

class Members {
  readonly #limits: UnpackLimits;
  readonly #pieces = new Map<string, Uint8Array[]>();
  readonly #whole = new Set<string>();
  #bytes = 0;

  constructor(limits: UnpackLimits) {
    this.#limits = limits;
  }

  begin(name: string): void {
    if (this.#pieces.has(name)) throw new Refused(PACKAGE_FAULTS.stranger(name));
    this.#pieces.set(name, []);
    if (this.#pieces.size > this.#limits.members) {
      throw new Refused(PACKAGE_FAULTS.tooLarge(this.#limits.unpacked_bytes));
    }
  }

  add(name: string, piece: Uint8Array, final: boolean): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#limits.unpacked_bytes) {
      throw new Refused(PACKAGE_FAULTS.tooLarge(this.#limits.unpacked_bytes));
    }
    this.#pieces.get(name)?.push(piece);
    if (final) this.#whole.add(name);
  }

  end(): ReadonlyMap<string, Uint8Array> {
    const cut = [...this.#pieces.keys()].find((name) => !this.#whole.has(name));
    if (cut !== undefined) throw new Refused(PACKAGE_FAULTS.notOne([cut]));
    return new Map([...this.#pieces].map(([name, pieces]) => [name, Buffer.concat(pieces)]));
  }
}

/** The members of a zip archive. Issues: `exchange-package`, `exchange-too-large`, `exchange-member`. */
export function unpack(
  bytes: Uint8Array,
  limits: UnpackLimits = UNPACK_LIMITS,
): Result<ReadonlyMap<string, Uint8Array>> {
  if (bytes.length > limits.package_bytes) return err(PACKAGE_FAULTS.tooLarge(limits.unpacked_bytes));
  const members = new Members(limits);
  try {
    const archive = new Unzip((file) => {
      members.begin(file.name);
      file.ondata = (fault, piece, final) => {
        if (fault !== null) throw fault;
        members.add(file.name, piece, final);
      };
      file.start();
    });
    archive.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += PIECE_bytes) {
      archive.push(bytes.subarray(at, at + PIECE_bytes), at + PIECE_bytes >= bytes.length);
    }
    return ok(members.end());
  } catch (error) {
    // The library throws for whatever is no archive, in many ways.
    return err(error instanceof Refused ? error.issue : PACKAGE_FAULTS.notOne([]));
  }
}
