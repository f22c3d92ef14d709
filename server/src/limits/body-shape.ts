import { type Issue, type IssuePath, issue } from '@giapranh/core';
import type { Limits } from './limits.js';

function tooDeep(limit: number): Issue {
  return issue(
    'server-limit-depth',
    ['body'],
    `Nội dung gửi lên lồng quá sâu; giới hạn là ${limit} tầng.`,
    `The body nests too deep; the limit is ${limit} levels.`,
  );
}

function tooMany(name: 'vertices' | 'parts', found: number, limit: number, path: IssuePath): Issue {
  const [vi, en] = name === 'vertices' ? ['đỉnh', 'vertices'] : ['đường và vòng', 'lines and rings'];
  return issue(
    `server-limit-${name}`,
    path,
    `Hình có ${found} ${vi}; giới hạn là ${limit}.`,
    `The geometry has ${found} ${en}; the limit is ${limit}.`,
    {
      vi: 'Giản lược hình, hoặc chia thành nhiều đối tượng.',
      en: 'Simplify the geometry, or split it into several features.',
    },
  );
}

interface Measure {
  vertices: number;
  parts: number;
  depth: number;
  /** What no coordinates are made of. */
  readonly objects: object[];
}

/** Lists of lists of numbers, as GeoJSON writes coordinates: vertices, and the lists that hold them. */
function measured(coordinates: readonly unknown[]): Measure {
  const found: Measure = { vertices: 0, parts: 0, depth: 0, objects: [] };
  const left: { readonly list: readonly unknown[]; readonly depth: number }[] = [
    { list: coordinates, depth: 1 },
  ];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const { list, depth } = step;
    found.depth = Math.max(found.depth, depth);
    const [first] = list;
    if (list.length === 0 || typeof first === 'number') found.vertices += 1;
    else if (Array.isArray(first) && typeof first[0] === 'number') found.parts += 1;
    for (const item of list) {
      if (Array.isArray(item)) left.push({ list: item, depth: depth + 1 });
      else if (typeof item === 'object' && item !== null) found.objects.push(item);
    }
  }
  return found;
}

interface Step {
  readonly value: object;
  readonly path: IssuePath;
}

/** Without recursion: a body of a million brackets is looked at like any other. The first thing beyond the limits. */
export function bodyFault(
  body: unknown,
  limits: Pick<Limits, 'depth' | 'vertices' | 'parts'>,
): Issue | undefined {
  const left: Step[] = typeof body === 'object' && body !== null ? [{ value: body, path: [] }] : [];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const { value, path } = step;
    if (path.length >= limits.depth) return tooDeep(limits.depth);
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null) continue;
      const at: IssuePath = [...path, Array.isArray(value) ? Number(key) : key];
      if (key !== 'coordinates' || !Array.isArray(member)) {
        left.push({ value: member, path: at });
        continue;
      }
      const { vertices, parts, depth, objects } = measured(member);
      if (at.length + depth > limits.depth) return tooDeep(limits.depth);
      if (vertices > limits.vertices) return tooMany('vertices', vertices, limits.vertices, at);
      if (parts > limits.parts) return tooMany('parts', parts, limits.parts, at);
      for (const object of objects) left.push({ value: object, path: at });
    }
  }
  return undefined;
}
