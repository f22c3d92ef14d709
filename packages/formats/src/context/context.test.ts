import { describe, expect, it } from 'vitest';
import { parseGeoJson } from '../geojson.js';
import { parsePlaces } from './places.js';
import { riversFrom } from './rivers.js';
import { roadsFrom } from './roads.js';

describe('places', () => {
  const header = 'geonameid,name,latitude,longitude,feature_class,feature_code,dem';
  const read = (...rows: string[]): { names: unknown[]; notes: string[] } => {
    const places = parsePlaces([header, ...rows].join('\n'), 'geonames');
    if (!places.ok) throw new Error(JSON.stringify(places.issues));
    return {
      names: places.value.map(({ properties }) => properties['name']),
      notes: places.notes.map(({ code, path }) => `${code} ${path.join('/')}`),
    };
  };

  it('leaves out administrative units and buildings, and puts the important first', () => {
    const { names } = read(
      '1,Bản Cám,22.1,105.8,P,PPL,300',
      '2,Xã Chu Hương,22.2,105.8,A,ADM3,300',
      '3,Bưu điện,22.2,105.8,S,PO,300',
      '4,Bắc Kạn,22.15,105.83,P,PPLA,150',
      '5,Hồ Ba Bể,22.4,105.6,H,LK,145',
    );
    expect(names).toEqual(['Bắc Kạn', 'Hồ Ba Bể', 'Bản Cám']);
  });

  it('writes one place once: names of one kind within a minute of arc', () => {
    const { names } = read(
      '1,Bản Cám,22.1,105.8,P,PPL,300',
      '2,Bản Cám,22.11,105.81,P,PPL,310',
      '3,Bản Cám,22.3,105.8,P,PPL,310',
      '4,Bản Cám,22.1,105.8,H,STM,310',
    );
    expect(names).toEqual(['Bản Cám', 'Bản Cám', 'Bản Cám']);
  });

  it('has no elevation where the source has none, and no place without a position', () => {
    const places = parsePlaces(
      `${header}\n1,A,22.1,105.8,P,PPL,-9999\n2,B,,105.8,P,PPL,10\n3,C,22.1,x,P,PPL,10\n4,D,22.5,105,P,PPL,10`,
      'geonames',
    );
    expect(
      places.ok && places.value.map(({ properties }) => [properties['name'], properties['elevation_m']]),
    ).toEqual([
      ['A', null],
      ['D', 10],
    ]);
    expect(places.ok && places.notes.map(({ path }) => path)).toEqual([
      ['row', 3],
      ['row', 4],
    ]);
  });
});

describe('roads', () => {
  const feature = (properties: object, type = 'LineString'): object => ({
    type: 'Feature',
    properties,
    geometry: {
      type,
      coordinates:
        type === 'Point'
          ? [105.8, 22.1]
          : [
              [105.8, 22.1],
              [105.9, 22.1],
            ],
    },
  });

  it('are lines in use or being built; airfields, station tracks, plans and ruins are counted out', () => {
    const road = { infrastructure_type: 'national_highway', infrastructure_class: 'trunk' };
    const features = parseGeoJson(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ ...road, id: 'a', osm_ref: 'QL.3;QL.3B', name_vi: 'Quốc lộ 3' }),
          feature({ ...road, id: 'b', osm_ref: 'CT.07', name_vi: 'CT.07', status: 'under_construction' }),
          feature({ ...road, id: 'c', status: 'disused' }),
          feature({ ...road, id: 'd', status: 'planned' }),
          feature({ id: 'e', infrastructure_type: 'railway', infrastructure_class: 'rail_siding' }),
          feature({ id: 'f', infrastructure_type: 'aerodrome' }, 'Point'),
        ],
      }),
    );
    const roads = roadsFrom(features.ok ? features.value : [], 'osm');
    expect(roads.features.map(({ id, properties }) => [id, properties['name'], properties['ref']])).toEqual([
      ['a', 'Quốc lộ 3', 'QL.3, QL.3B'],
      ['b', null, 'CT.07'],
    ]);
    expect(roads.notes.map(({ message }) => message.en)).toEqual([
      '4 features are not used: points, station tracks, planned or disused lines.',
    ]);
  });
});

it('rivers have the name their source gives, or none', () => {
  const text = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"level":0},"geometry":{"type":"LineString","coordinates":[[105.8,22.1],[105.9,22.1]]}},
{"type":"Feature","properties":{"level":3,"name":"Sông Năng"},"geometry":{"type":"LineString","coordinates":[[105.8,22.1],[105.9,22.1]]}}
]}`;
  const features = parseGeoJson(text);
  const rivers = riversFrom(features.ok ? features.value : [], 'gshhg').features;
  expect(rivers.map(({ id, properties }) => [id, properties['name'], properties['rank']])).toEqual([
    ['gshhg-1', null, 1],
    ['gshhg-2', 'Sông Năng', 3],
  ]);
});
