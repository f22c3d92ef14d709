import { type Issue, issue, type LocalText } from '../issue.js';
import type { Diagnosis } from './diagnosis/diagnose.js';
import type { SystemSites } from './diagnosis/system.js';
import { siteLabel } from './site/site-label.js';

function rowOf(system: SystemSites): number {
  return system.stated.rows[0] ?? system.sites[0]?.site.parts[0]?.points[0]?.row ?? 1;
}

function siteNames(system: SystemSites, ids: readonly string[]): LocalText {
  const labels = system.sites.filter((site) => ids.includes(site.id)).map(({ site }) => siteLabel(site));
  return { vi: labels.map(({ vi }) => vi).join(', '), en: labels.map(({ en }) => en).join(', ') };
}

/** What is wrong with what the document says of its system. */
export function systemIssues(system: SystemSites, diagnosis: Diagnosis): Issue[] {
  const row = rowOf(system);
  const { conflicts, unread } = system.stated;
  const found: Issue[] = conflicts.map((words) =>
    issue(
      'corner-system-contradictory',
      ['row', row],
      `Văn bản nêu hệ tọa độ hai lần khác nhau: ${words}`,
      `The document states its system twice and differently: ${words}`,
    ),
  );
  for (const words of unread) {
    found.push(
      issue(
        'corner-meridian-unreadable',
        ['row', row],
        `Không đọc được kinh tuyến trục “${words}”`,
        `The central meridian "${words}" cannot be read`,
      ),
    );
  }
  if (diagnosis.discordant.length > 0 && diagnosis.best !== null) {
    const names = siteNames(system, diagnosis.discordant);
    found.push(
      issue(
        'corner-site-elsewhere',
        ['row', row],
        `${names.vi} không nằm trong đơn vị hành chính mà văn bản nêu cho khu vực đó`,
        `${names.en} does not lie in the units the document names for it`,
      ),
    );
  }
  const contradicted = diagnosis.readings[0]?.evidence.some(
    (entry) =>
      entry.side === 'against' &&
      ['meridian', 'zone-width', 'datum', 'code', 'utm-zone'].includes(entry.kind),
  );
  if (diagnosis.best !== null && contradicted === true) {
    found.push(
      issue(
        'corner-system-contradicted',
        ['row', row],
        `Hệ tọa độ văn bản nêu không đưa khu vực về đúng địa danh; cách đọc hợp địa danh là ${diagnosis.best.definition.name} (${diagnosis.best.id})`,
        `The stated system does not put the site where the document says; the reading that does is ${diagnosis.best.definition.name} (${diagnosis.best.id})`,
        {
          vi: 'Kinh tuyến trục hoặc múi chiếu bị in sai, hoặc tọa độ lấy từ tài liệu khác. Xác nhận bằng --crs.',
          en: 'The meridian or zone is misprinted, or the coordinates come from another document. Confirm with --crs.',
        },
      ),
    );
  }
  if (diagnosis.verdict === 'impossible') {
    found.push(
      issue(
        'corner-no-reading',
        ['row', row],
        'Không hệ tọa độ nào đưa khu vực về nơi văn bản nêu',
        'No coordinate system puts the site where the document says',
        {
          vi: 'Kiểm tra lại địa danh và các số; nếu biết chắc hệ tọa độ thì chỉ định bằng --crs.',
          en: 'Check the place names and the numbers; name the system with --crs if you are sure of it.',
        },
      ),
    );
  }
  return found;
}

/** What was read through damage, and what the axis order was taken to be. */
export function systemNotes(system: SystemSites): Issue[] {
  const row = rowOf(system);
  const notes = system.stated.damages.map(({ written, read }) =>
    issue(
      'corner-statement-damaged',
      ['row', row],
      `“${written}” được đọc là ${read}`,
      `"${written}" was read as ${read}`,
      {
        vi: 'Ký hiệu độ hoặc chữ số bị hỏng khi in hoặc quét.',
        en: 'A degree sign or a digit was damaged in print or scanning.',
      },
    ),
  );
  const [first, second] = system.sites[0]?.site.parts[0]?.points[0]?.item.pair.roles ?? [null, null];
  const northIsFirst = system.axis === 'x-north';
  const letters = northIsFirst ? [first, second] : [second, first];
  if (system.unit === 'm' && letters[0] === 'y' && letters[1] === 'x') {
    notes.push(
      issue(
        'corner-x-is-east',
        ['row', row],
        'Cột X là tọa độ Đông, cột Y là tọa độ Bắc: ngược thông lệ Việt Nam, đọc theo độ lớn của số',
        'Column X holds eastings and column Y northings: the reverse of the Vietnamese custom, read by the size of the numbers',
      ),
    );
  }
  return notes;
}
