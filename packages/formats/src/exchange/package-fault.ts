import { type Issue, type IssuePath, issue } from '@giapranh/core';

/** What is wrong with a package, before anything of it is believed. */
export const PACKAGE_FAULTS = {
  notOne: (path: IssuePath): Issue =>
    issue(
      'exchange-package',
      path,
      'Tệp không phải gói trao đổi của Giáp Ranh, hoặc đã hỏng.',
      'The file is no exchange package of Giáp Ranh, or it is damaged.',
    ),
  tooLarge: (most_bytes: number): Issue =>
    issue(
      'exchange-too-large',
      [],
      `Gói quá lớn: nội dung giải nén không được quá ${most_bytes} byte.`,
      `The package is too large: unpacked it may have ${most_bytes} bytes at most.`,
      { vi: 'Gói bị từ chối trước khi đọc nội dung.', en: 'It is refused before its content is read.' },
    ),
  unknownVersion: (version: unknown): Issue =>
    issue(
      'exchange-version',
      ['manifest.json', 'version'],
      `Phiên bản ${String(version)} của gói chưa được biết đến.`,
      `The package has version ${String(version)}, which is not known here.`,
      { vi: 'Cập nhật phần mềm rồi nhập lại.', en: 'Update the software, then import again.' },
    ),
  tampered: (member: string): Issue =>
    issue(
      'exchange-checksum',
      [member],
      `“${member}” không khớp mã SHA-256 trong danh mục của gói: gói đã bị sửa hoặc hỏng.`,
      `"${member}" does not match its SHA-256 in the manifest: the package was changed or is damaged.`,
      { vi: 'Xin bên gửi gửi lại.', en: 'Ask the sender for it again.' },
    ),
  stranger: (member: string): Issue =>
    issue(
      'exchange-member',
      [member],
      `“${member}” không có trong danh mục của gói, hoặc danh mục nêu mà gói không có.`,
      `"${member}" is in the package and not in its manifest, or the other way round.`,
    ),
  schema: (path: IssuePath, message: string): Issue =>
    issue(
      'exchange-schema',
      path,
      `Nội dung gói không đúng lược đồ, tại ${path.join('/')}: ${message}`,
      `The package does not follow its schema at ${path.join('/')}: ${message}`,
    ),
} as const;
