import type { LayerDefinition } from './catalog.js';
import {
  areaDeclared,
  code,
  integer,
  json,
  name,
  type PropertyDefinition,
  pair,
  source,
  text,
} from './layer-property.js';

const date = (id: string, vi: string, en: string): PropertyDefinition => ({
  name: id,
  title: { vi, en },
  type: 'date',
  inTiles: false,
});

const status = text('status', 'Tình trạng', 'Status');
const unitCode = { ...code, name: 'unit_code', title: { vi: 'Mã đơn vị', en: 'Code of the unit' } };
const note = text('note', 'Ghi chú', 'Note', false);
const document = text('document', 'Văn bản', 'Document', false);
const details = json('details', 'Chi tiết', 'Details');
const zoom = { min: 0, max: 16 };

/**
 * What people record and edit, as layers: kept when the profile is loaded anew, never computed. `details` is JSON for
 * what a register's own schema adds.
 */
export const REGISTERS: readonly LayerDefinition[] = [
  {
    id: 'prohibited-areas',
    title: { vi: 'Khu vực cấm, tạm cấm hoạt động khoáng sản', en: 'Areas where mining is prohibited' },
    description: {
      vi: 'Khu vực cấm hoặc tạm thời cấm hoạt động khoáng sản theo quyết định.',
      en: 'Areas closed to mining, for good or for a time, by decision.',
    },
    geometry: 'polygon',
    properties: [name, text('kind', 'Loại', 'Kind'), unitCode, document, areaDeclared, details, source],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'name',
  },
  {
    id: 'licences',
    title: { vi: 'Giấy phép khoáng sản', en: 'Mining licences' },
    description: {
      vi: 'Khu vực được cấp phép thăm dò, khai thác khoáng sản.',
      en: 'Areas licensed for exploration or mining.',
    },
    geometry: 'polygon',
    properties: [
      name,
      text('number', 'Số giấy phép', 'Number'),
      text('holder', 'Đơn vị được cấp phép', 'Holder', false),
      text('mineral_vi', 'Khoáng sản', 'Mineral (vi)'),
      date('issued_on', 'Ngày cấp', 'Issued on'),
      status,
      unitCode,
      document,
      areaDeclared,
      details,
      source,
    ],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'name',
  },
  {
    id: 'levelling-permits',
    title: { vi: 'Cho phép san gạt, hạ cốt nền', en: 'Levelling permits' },
    description: {
      vi: 'Khu vực được phép san gạt, cải tạo mặt bằng.',
      en: 'Ground that may be levelled.',
    },
    geometry: 'any',
    properties: [
      name,
      text('number', 'Số văn bản', 'Number'),
      text('holder', 'Người được phép', 'Holder', false),
      date('issued_on', 'Ngày cấp', 'Issued on'),
      status,
      unitCode,
      document,
      areaDeclared,
      details,
      source,
    ],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'name',
  },
  {
    id: 'incidents',
    title: { vi: 'Vụ việc', en: 'Incidents' },
    description: {
      vi: 'Khai thác, vận chuyển, san gạt trái phép được ghi nhận.',
      en: 'Recorded illegal mining, transport or levelling.',
    },
    geometry: 'any',
    properties: [
      text('kind', 'Loại vụ việc', 'Kind'),
      date('happened_on', 'Ngày xảy ra', 'Happened on'),
      text('equipment', 'Phương tiện', 'Equipment', false),
      integer('people', 'Số người', 'People', false),
      pair,
      text('bank', 'Bên bờ', 'Bank', false),
      json('told', 'Đã báo cho', 'Who was told'),
      unitCode,
      status,
      document,
      note,
      details,
      source,
    ],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'kind',
  },
  {
    id: 'inspections',
    title: { vi: 'Kiểm tra', en: 'Inspections' },
    description: {
      vi: 'Các cuộc kiểm tra theo kế hoạch và đột xuất.',
      en: 'Planned and sudden inspections.',
    },
    geometry: 'any',
    properties: [
      text('kind', 'Hình thức (kế hoạch, đột xuất)', 'Kind (planned, sudden)'),
      date('inspected_on', 'Ngày kiểm tra', 'Inspected on'),
      date('due_on', 'Hạn báo cáo', 'Report due on'),
      status,
      integer('establishments', 'Số cơ sở', 'Establishments', false),
      json('team', 'Thành phần đoàn', 'Team'),
      text('findings', 'Kết quả', 'Findings', false),
      unitCode,
      document,
      note,
      details,
      source,
    ],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'kind',
  },
  {
    id: 'equipment',
    title: { vi: 'Phương tiện, tàu thuyền ghi nhận', en: 'Equipment and vessels seen' },
    description: {
      vi: 'Máy móc, phương tiện, tàu thuyền được phát hiện.',
      en: 'Machines, vehicles and vessels that were seen.',
    },
    geometry: 'point',
    properties: [
      text('kind', 'Loại phương tiện', 'Kind'),
      text('plate', 'Số hiệu, biển số', 'Plate', false),
      integer('count', 'Số lượng', 'Count', false),
      date('seen_on', 'Ngày ghi nhận', 'Seen on'),
      pair,
      unitCode,
      note,
      details,
      source,
    ],
    zoom,
    secrecy: 'internal',
    coverage: false,
    label: 'kind',
  },
  {
    id: 'tips',
    title: { vi: 'Tin báo, tố giác', en: 'Tips' },
    description: {
      vi: 'Tin do người dân và cơ sở báo; chỉ người có thẩm quyền được xem.',
      en: 'What people report in confidence; only for those entitled.',
    },
    geometry: 'any',
    properties: [
      text('kind', 'Nội dung tin', 'Kind', false),
      date('received_on', 'Ngày nhận', 'Received on'),
      text('channel', 'Nguồn tin', 'Channel', false),
      status,
      unitCode,
      note,
      details,
      source,
    ],
    zoom,
    secrecy: 'restricted',
    coverage: false,
    label: null,
  },
];
