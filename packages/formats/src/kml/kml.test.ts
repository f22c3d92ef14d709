import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../limits.js';
import { kmlOfKmz } from './kmz.js';
import { isKml, parseKml } from './parse-kml.js';

const kml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n${body}\n</Document>\n</kml>`;
const RING = '105.7,22.58,0 105.71,22.58,0\n 105.71,22.59,0 105.7,22.58,0';
const polygon = (ring: string): string =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;

function read(text: string) {
  const result = parseKml(text, 'thu.kml');
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

describe('a KML text', () => {
  it('gives its placemarks with their own data and without how they are drawn', () => {
    const { value, notes } = read(
      kml(`<Style id="do"><LineStyle><color>ff0000ff</color></LineStyle></Style>
<Placemark id="a1"><name>Mỏ Nà Khuổn</name><styleUrl>#do</styleUrl>
<description><![CDATA[<b>Đá</b> vôi]]></description>
<ExtendedData><Data name="Khoáng sản"><value>Chì kẽm</value></Data></ExtendedData>
${polygon(RING)}</Placemark>`),
    );
    expect(notes).toEqual([]);
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({
      id: 'a1',
      index: 0,
      line: 5,
      geometry: { type: 'Polygon' },
      properties: { name: 'Mỏ Nà Khuổn', 'Khoáng sản': 'Chì kẽm', description: 'Đá vôi' },
    });
    expect(Object.keys(value[0]?.properties ?? {}).some((key) => /stroke|style|fill/i.test(key))).toBe(false);
  });

  it('keeps the good and tells of the bad with its line', () => {
    const { value, notes } = read(
      kml(`<Placemark><name>Tốt</name><Point><coordinates>105.7, 22.58</coordinates></Point></Placemark>
<Placemark><name>Đổi chỗ</name><Point><coordinates>22.58,105.7</coordinates></Point></Placemark>
<Placemark><name>Hỏng</name>${polygon('105.7,22.58 105.71,22.58\n105,71;22,59 105.7,22.58')}</Placemark>
<Placemark><name>Phẳng</name><Point><coordinates>417804.32,2499067.549</coordinates></Point></Placemark>
<Placemark><name>Rỗng</name></Placemark>
<NetworkLink><Link><href>http://127.0.0.1/x.kml</href></Link></NetworkLink>`),
    );
    expect(value.map(({ properties }) => properties['name'])).toEqual(['Tốt']);
    expect(value[0]?.geometry).toEqual({ type: 'Point', coordinates: [105.7, 22.58] });
    expect(notes.map(({ code, path }) => [code, path[path.indexOf('row') + 1]])).toEqual([
      ['kml-network-link', 10],
      ['kml-axes-swapped', 5],
      ['kml-coordinate', 7],
      ['kml-out-of-range', 8],
      ['kml-no-geometry', 9],
    ]);
  });

  it('makes one kind of geometry out of a collection, and says what it left', () => {
    const { value, notes } = read(
      kml(
        `<Placemark><MultiGeometry><Point><coordinates>105.7,22.58</coordinates></Point>${polygon(RING)}${polygon(RING)}</MultiGeometry></Placemark>`,
      ),
    );
    expect(value[0]?.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(notes.map(({ code }) => code)).toEqual(['kml-mixed-geometry']);
  });

  it.each([
    ['no XML', '<kml><Document></kml>', 'kml-xml'],
    ['cut off', kml(`<Placemark><name>x</name>`).slice(0, 120), 'kml-xml'],
    ['another language', '<html><body>x</body></html>', 'kml-root'],
    ['nothing in it', kml(''), 'kml-empty'],
    ['only bad', kml('<Placemark><Point><coordinates>x</coordinates></Point></Placemark>'), 'kml-coordinate'],
  ])('%s is refused', (_what, text, code) => {
    const result = parseKml(text, 'thu.kml');
    expect(result.ok ? [] : result.issues.map((one) => one.code)).toContain(code);
  });

  it('does not unfold entities', () => {
    const bomb = `<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><kml><Placemark><name>&b;</name><Point><coordinates>105,22</coordinates></Point></Placemark></kml>`;
    const result = parseKml(bomb);
    const text = JSON.stringify(result);
    expect(text).not.toContain('aaaaaaaa');
  });

  it('is told from other texts by its first letter', () => {
    expect(isKml('\uFEFF <?xml version="1.0"?>')).toBe(true);
    expect(isKml('{"type":"FeatureCollection"}')).toBe(false);
    expect(isKml('X;Y\n1;2')).toBe(false);
  });
});

describe('a KMZ', () => {
  const text = kml(`<Placemark><Point><coordinates>105.7,22.58</coordinates></Point></Placemark>`);
  it('gives its document', () => {
    const bytes = zipSync({
      'files/anh.png': new Uint8Array(9),
      'doc.kml': strToU8(text),
      'khac.kml': strToU8('<kml/>'),
    });
    expect(kmlOfKmz(bytes, 'thu.kmz')).toEqual({ ok: true, value: text, notes: [] });
  });
  it('is none when there is no KML in it, as in a workbook', () => {
    expect(kmlOfKmz(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.xlsx')).toBeUndefined();
  });
  it('is refused before it is unpacked when it would be too large, and when it is damaged', () => {
    const bytes = zipSync({ 'doc.kml': strToU8(text) });
    const small = kmlOfKmz(bytes, 'thu.kmz', { ...READ_LIMITS, text_bytes: 10 });
    expect(small?.ok === false && small.issues[0].code).toBe('kmz-too-large');
    const cut = kmlOfKmz(bytes.slice(0, 60), 'thu.kmz');
    expect(cut?.ok === false && cut.issues[0].code).toBe('kmz-unreadable');
  });
});
