import { issue } from '@giapranh/core';
import { expect, it } from 'vitest';
import { problemDocument } from './problem.js';

it('tells all issues in the language asked for', () => {
  const first = issue('a-b', ['row', 3], 'Sai', 'Wrong', { vi: 'Sửa', en: 'Mend' });
  const second = issue('c-d', [], 'Thiếu', 'Missing');
  expect(problemDocument(400, [first, second], 'en')).toEqual({
    type: 'urn:giapranh:problem:a-b',
    title: 'Bad request',
    status: 400,
    detail: 'Wrong',
    issues: [
      { code: 'a-b', path: ['row', 3], message: 'Wrong', hint: 'Mend' },
      { code: 'c-d', path: [], message: 'Missing' },
    ],
  });
  expect(problemDocument(404, [first], 'vi')).toMatchObject({ title: 'Không tìm thấy', detail: 'Sai' });
});
