import type { MultiPolygon } from 'geojson';
import type { Validity } from '../units.js';

export type AdminLevel = 'province' | 'district' | 'commune';

/** The set of administrative units in force between two reforms; named by its first day or year. */
export type VintageId = string;

export interface Vintage {
  readonly id: VintageId;
  readonly validity: Validity;
}

/** Whose linework a geometry follows. One vintage may be drawn more than once, by different hands. */
export type DrawingId = string;

/** A unit's name and number. Codes were reused on 1 July 2025: (code, vintage) is the key, never the code. */
export interface UnitRef {
  readonly code: string;
  readonly vintage: VintageId;
  /** With its type, NFC: `Huyện Chợ Đồn`. */
  readonly name: string;
}

export interface AdminUnit extends UnitRef {
  readonly level: AdminLevel;
  /** `Tỉnh`, `Thành phố`, `Huyện`, `Thị xã`, `Quận`, `Xã`, `Phường`, `Thị trấn`, `Đặc khu`. */
  readonly type: string;
  /** Without its type: `Chợ Đồn`. */
  readonly shortName: string;
  readonly provinceCode: string;
  /** The district of a commune, in vintages that have districts. */
  readonly districtCode: string | null;
  readonly validity: Validity;
  readonly areaDeclared_m2: number | null;
  /** Dataset ids of the lists it stands in. */
  readonly sources?: readonly string[];
}

/** What a drawn unit was put together from. */
export interface UnitOrigin {
  /** Dataset ids of the manifest. */
  readonly sources: readonly string[];
  /** The communes whose ground makes it, `whole` or a part; empty for a unit drawn as published. */
  readonly communes: readonly {
    readonly code: string;
    readonly vintage: VintageId;
    readonly whole: boolean;
  }[];
}

/** A unit with its ground. */
export interface DrawnUnit extends AdminUnit {
  readonly drawing: DrawingId;
  /** WGS 84 lon/lat (OGC:CRS84), RFC 7946 winding. */
  readonly geometry: MultiPolygon;
  readonly origin?: UnitOrigin;
}

export function unitKey(unit: { readonly code: string; readonly vintage: VintageId }): string {
  return `${unit.vintage}:${unit.code}`;
}

export function unitRef(unit: AdminUnit): UnitRef {
  return { code: unit.code, vintage: unit.vintage, name: unit.name };
}
