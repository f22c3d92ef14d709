import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import type { Services } from '../services.js';
import { link, MEDIA, OGC_REL } from './links.js';

/** `GET /` for programs: OGC API landing page. */
export function landing({ profile }: Services) {
  return ({ request, language, origin }: Ask): Reply => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const vi = language === 'vi';
    const title = `Giáp Ranh: ${profile.title[language]}`;
    return json({
      title,
      description: vi
        ? 'Đơn vị hành chính, đường giáp ranh, vùng giáp ranh, khu vực khoáng sản và cảnh báo, theo từng mốc thời gian (asOf).'
        : 'Administrative units, borders, border zones, mineral sites and their flags, as of any day (asOf).',
      links: [
        link(`${origin}/`, 'self', MEDIA.json, title),
        link(`${origin}/`, 'alternate', MEDIA.html, vi ? 'Bản đồ' : 'Map'),
        link(`${origin}/api`, 'service-desc', MEDIA.openapi, 'OpenAPI'),
        link(`${origin}/conformance`, 'conformance', MEDIA.json, vi ? 'Chuẩn đáp ứng' : 'Conformance'),
        link(`${origin}/collections`, 'data', MEDIA.json, vi ? 'Các lớp dữ liệu' : 'Collections'),
        link(`${origin}/api?f=html`, 'service-doc', MEDIA.html, vi ? 'Tài liệu API' : 'API documentation'),
        link(`${origin}/processes`, `${OGC_REL}/processes`, MEDIA.json, vi ? 'Các phép xử lý' : 'Processes'),
        link(`${origin}/jobs`, `${OGC_REL}/job-list`, MEDIA.json, vi ? 'Các việc' : 'Jobs'),
        link(`${origin}/tileMatrixSets`, `${OGC_REL}/tiling-schemes`, MEDIA.json, 'Tile matrix sets'),
        link(`${origin}/style.json?lang=${language}`, 'stylesheet', MEDIA.json, 'MapLibre style'),
      ],
    });
  };
}
