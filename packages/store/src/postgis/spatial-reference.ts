import { CRS_DEFINITIONS, type CrsDefinition } from '@giapranh/core';

const EPSG_ID = /^EPSG:(\d+)$/;

/** The datum node, with the position-vector parameters that stand in the definition's `+towgs84`. */
function geographicWkt(towgs84: string): string {
  return `GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],TOWGS84[${towgs84}],AUTHORITY["EPSG","6756"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4756"]]`;
}

function wkt(definition: CrsDefinition, code: number): string {
  const towgs84 = /\+towgs84=(\S+)/.exec(definition.proj)?.[1];
  if (towgs84 === undefined) throw new Error(`${definition.id} has no way to WGS 84`);
  const base = geographicWkt(towgs84);
  if (definition.projection === null) return base;
  const { centralMeridian_deg, k0, falseEasting_m } = definition.projection;
  return `PROJCS["${definition.name}",${base},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${centralMeridian_deg}],PARAMETER["scale_factor",${k0}],PARAMETER["false_easting",${falseEasting_m}],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","${code}"]]`;
}

export interface SpatialReference {
  readonly srid: number;
  readonly srtext: string;
  readonly proj4text: string;
}

/** Rows of `spatial_ref_sys` for every VN-2000 system: PostGIS knows some of them, and none of 9205–9218. */
export const VN2000_REFERENCES: readonly SpatialReference[] = CRS_DEFINITIONS.flatMap((definition) => {
  const code = EPSG_ID.exec(definition.id)?.[1];
  if (definition.datum !== 'VN-2000' || code === undefined) return [];
  return [{ srid: Number(code), srtext: wkt(definition, Number(code)), proj4text: definition.proj }];
});
