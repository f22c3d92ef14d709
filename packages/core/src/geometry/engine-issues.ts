import { type Issue, type IssuePath, issue } from '../issue.js';

/** What every geometry engine says of input it cannot take and of operations that fail. */
export function tooFewPoints(what: 'line' | 'ring', found: number): Issue {
  const [vi, en, needed] = what === 'line' ? ['đường', 'line', 2] : ['vòng khép kín', 'closed ring', 4];
  return issue(
    'geometry-too-few-points',
    [],
    `Cần ít nhất ${needed} điểm cho một ${vi}, chỉ có ${found}.`,
    `A ${en} needs at least ${needed} points, found ${found}.`,
  );
}

export function ringUnclosed(last: number): Issue {
  return issue(
    'geometry-ring-unclosed',
    [last],
    'Vòng không khép kín: điểm cuối khác điểm đầu.',
    'The ring is not closed: its last point differs from its first.',
  );
}

export function operationFailed(operation: string, reason: string, path: IssuePath = []): Issue {
  return issue(
    'geometry-operation-failed',
    path,
    `Không thực hiện được phép tính hình học “${operation}”: ${reason}`,
    `The geometry operation "${operation}" failed: ${reason}`,
    {
      vi: 'Hình có thể không hợp lệ (tự cắt, vòng chồng lên nhau); hãy kiểm tra hoặc sửa hình trước.',
      en: 'The geometry may be invalid (self-crossing, overlapping rings); check or repair it first.',
    },
  );
}

/** An operation that the engine in use does not have at all. */
export function operationMissing(operation: string, engine: string): Issue {
  return issue(
    'geometry-operation-missing',
    [],
    `Bộ hình học ${engine} không có phép tính “${operation}”.`,
    `The geometry engine ${engine} does not have the operation "${operation}".`,
    {
      vi: 'Hãy dùng môi trường có WebAssembly để bộ GEOS chạy được.',
      en: 'Use an environment with WebAssembly, where the engine GEOS runs.',
    },
  );
}
