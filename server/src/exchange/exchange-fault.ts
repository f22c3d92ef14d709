import { type Issue, type IssuePath, issue } from '@giapranh/core';

/** Why nothing is given or taken. */
export const EXCHANGE_FAULTS = {
  noAgreement: (province: string, vintage: string): Issue =>
    issue(
      'exchange-no-agreement',
      ['exchange.json', 'agreements'],
      `Hồ sơ không có thỏa thuận trao đổi nào với tỉnh ${province} (mốc ${vintage}) có hiệu lực ngày này.`,
      `The profile has no agreement on exchange with province ${province} (vintage ${vintage}) in use that day.`,
      {
        vi: 'Ghi thỏa thuận, kèm văn bản làm căn cứ, vào exchange.json của hồ sơ.',
        en: "Write the agreement, with the document it rests on, into the profile's exchange.json.",
      },
    ),
  noVintage: (day: string): Issue =>
    issue(
      'exchange-no-vintage',
      ['asOf'],
      `Không có mốc đơn vị hành chính nào cho ngày ${day}.`,
      `No vintage of units covers ${day}.`,
    ),
  noZone: (pair: string): Issue =>
    issue(
      'exchange-no-zone',
      ['border-zones', pair],
      `Không có vùng giáp ranh ${pair} trong kho dữ liệu mà người gửi được xem.`,
      `The store has no border zone ${pair} that the sender may see.`,
    ),
  readsNotAll: issue(
    'exchange-reads-all',
    [],
    'Chỉ người được xem mọi mức mật của mọi địa bàn mới nhập được gói.',
    'Packages are taken in by those who read all levels of all units.',
    {
      vi: 'Người khác sẽ không thấy hết những gì bị thay đổi.',
      en: 'Others would not see all of what changes.',
    },
  ),
  foreign: (pair: string): Issue =>
    issue(
      'exchange-foreign',
      ['manifest.json', 'pair'],
      `Gói của cặp tỉnh ${pair} không gửi cho hồ sơ này.`,
      `The package of the pair ${pair} is not for this profile.`,
    ),
  otherSum: (expected: string, found: string): Issue =>
    issue(
      'exchange-other-package',
      [],
      `Mã SHA-256 của gói là ${found}, không phải ${expected} như bên gửi báo.`,
      `The package has SHA-256 ${found}, not ${expected} as the sender said.`,
    ),
  older: (made: string, known: string): Issue =>
    issue(
      'exchange-older',
      ['manifest.json', 'made_at'],
      `Gói lập lúc ${made}, cũ hơn gói đã nhận (${known}).`,
      `The package was made at ${made}, before the one taken in already (${known}).`,
    ),
  layer: (layer: string): Issue =>
    issue(
      'exchange-layer',
      [layer],
      `Thỏa thuận không có lớp ${layer}.`,
      `The agreement does not cover the layer ${layer}.`,
    ),
  level: (layer: string, id: string, secrecy: string): Issue =>
    issue(
      'exchange-level',
      [layer, id],
      `Hồ sơ không nhận đối tượng mức ${secrecy} của lớp ${layer}.`,
      `The profile takes no ${secrecy} features of the layer ${layer}.`,
    ),
  feature: (path: IssuePath, message: string): Issue =>
    issue(
      'exchange-feature',
      path,
      `Đối tượng trong gói không đúng lược đồ, tại ${path.join('/')}: ${message}`,
      `A feature of the package does not follow its schema at ${path.join('/')}: ${message}`,
    ),
} as const;
