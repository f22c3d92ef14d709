import { type Issue, issue } from '@giapranh/core';

/** Issue `store-newer`: the layout was made by a later release. */
export function newerStore(location: string, found: number, known: number): Issue {
  return issue(
    'store-newer',
    [location],
    `Cơ sở dữ liệu ${location} có cấu trúc số ${found}, mới hơn bản phần mềm này (số ${known}).`,
    `The database ${location} has layout ${found}, newer than this release knows (${known}).`,
    { vi: 'Hãy dùng bản phần mềm mới hơn.', en: 'Use a newer release.' },
  );
}
