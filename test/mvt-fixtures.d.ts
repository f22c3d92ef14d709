declare module '@mapbox/mvt-fixtures' {
  /** Of the suite's own JSON: what the bytes were made from. */
  export interface MvtFixture {
    readonly id: string;
    readonly description: string;
    readonly validity: { readonly v1: unknown; readonly v2: unknown };
    readonly json: {
      readonly layers?: readonly {
        readonly name?: string;
        readonly keys?: readonly string[];
        readonly values?: readonly Readonly<Record<string, string | number | boolean>>[];
        readonly features?: readonly {
          readonly id?: number;
          readonly tags?: readonly number[];
          readonly type?: number;
          readonly geometry?: readonly number[];
        }[];
      }[];
    };
    readonly buffer: Uint8Array;
  }
  export function each(visit: (fixture: MvtFixture) => void): void;
}
