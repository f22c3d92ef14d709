import type { Geometry, Position } from 'geojson';

/** ISO WKB (OGC 06-103r4) of the seven GeoJSON types. */
const CODES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const satisfies Record<Geometry['type'], number>;

const HEAD = 5;
const COUNT = 4;
const POSITION = 16;

function lineSize(line: readonly Position[]): number {
  return COUNT + line.length * POSITION;
}

function polygonSize(rings: readonly Position[][]): number {
  return COUNT + rings.reduce((sum, ring) => sum + lineSize(ring), 0);
}

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return HEAD + POSITION;
    case 'LineString':
      return HEAD + lineSize(geometry.coordinates);
    case 'Polygon':
      return HEAD + polygonSize(geometry.coordinates);
    case 'MultiPoint':
      return HEAD + COUNT + geometry.coordinates.length * (HEAD + POSITION);
    case 'MultiLineString':
      return HEAD + COUNT + geometry.coordinates.reduce((sum, line) => sum + HEAD + lineSize(line), 0);
    case 'MultiPolygon':
      return HEAD + COUNT + geometry.coordinates.reduce((sum, rings) => sum + HEAD + polygonSize(rings), 0);
    case 'GeometryCollection':
      return HEAD + COUNT + geometry.geometries.reduce((sum, part) => sum + sizeOf(part), 0);
  }
}

class Writer {
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  geometry(geometry: Geometry): void {
    this.#head(CODES[geometry.type]);
    switch (geometry.type) {
      case 'Point':
        this.#position(geometry.coordinates);
        break;
      case 'LineString':
        this.#line(geometry.coordinates);
        break;
      case 'Polygon':
        this.#polygon(geometry.coordinates);
        break;
      case 'MultiPoint':
        this.#parts(geometry.coordinates, CODES.Point, (part) => this.#position(part));
        break;
      case 'MultiLineString':
        this.#parts(geometry.coordinates, CODES.LineString, (part) => this.#line(part));
        break;
      case 'MultiPolygon':
        this.#parts(geometry.coordinates, CODES.Polygon, (part) => this.#polygon(part));
        break;
      case 'GeometryCollection':
        this.#count(geometry.geometries.length);
        for (const part of geometry.geometries) this.geometry(part);
    }
  }

  #head(code: number): void {
    this.#view.setUint8(this.#at, 1);
    this.#view.setUint32(this.#at + 1, code, true);
    this.#at += HEAD;
  }

  #count(count: number): void {
    this.#view.setUint32(this.#at, count, true);
    this.#at += COUNT;
  }

  #position(position: Position): void {
    this.#view.setFloat64(this.#at, position[0] ?? Number.NaN, true);
    this.#view.setFloat64(this.#at + 8, position[1] ?? Number.NaN, true);
    this.#at += POSITION;
  }

  #line(line: readonly Position[]): void {
    this.#count(line.length);
    for (const position of line) this.#position(position);
  }

  #polygon(rings: readonly Position[][]): void {
    this.#count(rings.length);
    for (const ring of rings) this.#line(ring);
  }

  #parts<T>(parts: readonly T[], code: number, write: (part: T) => void): void {
    this.#count(parts.length);
    for (const part of parts) {
      this.#head(code);
      write(part);
    }
  }
}

/** Little-endian, two ordinates; `reserve` bytes are left free in front for a container's header. */
export function encodeWkb(geometry: Geometry, reserve = 0): Uint8Array {
  const bytes = new Uint8Array(reserve + sizeOf(geometry));
  new Writer(bytes, reserve).geometry(geometry);
  return bytes;
}

class Reader {
  readonly #view: DataView;
  #at: number;
  #little = true;
  /** Ordinates after x and y, which two-dimensional readers pass over. */
  #extra = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  geometry(): Geometry {
    const code = this.#head();
    switch (code) {
      case CODES.Point:
        return { type: 'Point', coordinates: this.#position() };
      case CODES.LineString:
        return { type: 'LineString', coordinates: this.#line() };
      case CODES.Polygon:
        return { type: 'Polygon', coordinates: this.#list(() => this.#line()) };
      case CODES.MultiPoint:
        return { type: 'MultiPoint', coordinates: this.#parts(() => this.#position()) };
      case CODES.MultiLineString:
        return { type: 'MultiLineString', coordinates: this.#parts(() => this.#line()) };
      case CODES.MultiPolygon:
        return {
          type: 'MultiPolygon',
          coordinates: this.#parts(() => this.#list(() => this.#line())),
        };
      case CODES.GeometryCollection:
        return { type: 'GeometryCollection', geometries: this.#list(() => this.geometry()) };
      default:
        throw new RangeError(`WKB geometry type ${code} is not one of GeoJSON's`);
    }
  }

  #head(): number {
    this.#little = this.#view.getUint8(this.#at) === 1;
    const type = this.#view.getUint32(this.#at + 1, this.#little);
    this.#at += HEAD;
    const dimension = Math.trunc(type / 1000);
    this.#extra = dimension === 0 ? 0 : dimension === 3 ? 2 : 1;
    return type % 1000;
  }

  #count(): number {
    const count = this.#view.getUint32(this.#at, this.#little);
    this.#at += COUNT;
    return count;
  }

  #position(): Position {
    const position = [
      this.#view.getFloat64(this.#at, this.#little),
      this.#view.getFloat64(this.#at + 8, this.#little),
    ];
    this.#at += POSITION + this.#extra * 8;
    return position;
  }

  #line(): Position[] {
    return this.#list(() => this.#position());
  }

  #list<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let left = this.#count(); left > 0; left -= 1) items.push(read());
    return items;
  }

  #parts<T>(read: () => T): T[] {
    return this.#list(() => {
      this.#head();
      return read();
    });
  }
}

/**
 * Either byte order; Z and M are passed over. Throws RangeError on bytes that are no WKB of GeoJSON's types: what is
 * read here was written by a database.
 */
export function decodeWkb(bytes: Uint8Array, at = 0): Geometry {
  return new Reader(bytes, at).geometry();
}
