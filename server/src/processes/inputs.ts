import { GROUND_LAYERS, type LocalText, MIXED_POLICIES } from '@giapranh/core';
import { z } from 'zod';
import { geometrySchema } from '../schema/geometry-schema.js';

const asOf = z.iso.date().optional().meta({ description: 'YYYY-MM-DD, Vietnam; today when absent' });
const level = z.enum(['province', 'district', 'commune']).optional();

/** Sites in one request. */
const MOST_SITES = 2_000;

const sites = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z
      .array(
        z.object({
          type: z.literal('Feature'),
          id: z.union([z.string(), z.number()]).optional(),
          geometry: geometrySchema.nullable(),
          properties: z.record(z.string(), z.unknown()).nullable(),
        }),
      )
      .min(1)
      .max(MOST_SITES),
  })
  .meta({ description: `GeoJSON, CRS84, up to ${MOST_SITES} sites` });

const INPUTS = {
  'border-zone': z.strictObject({
    between: z
      .array(z.string().min(1).max(200))
      .length(2)
      .meta({ description: 'Two units, by name or code' }),
    widths_m: z.array(z.number().positive().max(100_000)).min(1).max(12).optional(),
    level,
    as_of: asOf,
  }),
  'site-overlap': z.strictObject({
    sites,
    layer: z.enum(GROUND_LAYERS),
    within_m: z.number().min(0).max(100_000).optional(),
    as_of: asOf,
  }),
  'flag-sites': z.strictObject({
    sites: sites.optional().meta({ description: 'The profile’s own sites when absent' }),
    site_ids: z
      .array(z.string().min(1).max(200))
      .max(MOST_SITES)
      .optional()
      .meta({ description: 'Only the sites of these ids; all when absent' }),
    explain: z.boolean().optional(),
    why_not: z.boolean().optional().meta({ description: 'With the rules that did not fire, and why' }),
    priorities: z.boolean().optional().meta({
      description: 'With the patrol priority of communes and stretches of border, factor by factor',
    }),
    as_of: asOf,
  }),
  'resolve-corner-table': z.strictObject({
    text: z
      .string()
      .min(1)
      .max(1_000_000)
      .meta({ description: 'The table as text: CSV, tab separated, or pasted' }),
    file_name: z.string().max(200).optional(),
    crs: z.string().max(100).optional(),
    repair: z.boolean().optional(),
  }),
  'trace-unit': z.strictObject({
    name: z.string().min(1).max(200).meta({ description: 'Name or code' }),
    as_of: asOf,
    to: z.iso.date().optional(),
    level,
    within: z.string().max(200).optional(),
    policy: z.enum(MIXED_POLICIES).optional(),
  }),
} as const;

export type ProcessId = keyof typeof INPUTS;
export type ProcessInputs = { readonly [Id in ProcessId]: z.output<(typeof INPUTS)[Id]> };

export interface ProcessDefinition {
  readonly id: ProcessId;
  readonly title: LocalText;
  readonly description: LocalText;
  readonly inputs: z.ZodObject;
  /** One that answers as it stands, with the data of `bac-kan`. */
  readonly example: Readonly<Record<string, unknown>>;
}

export const PROCESSES: readonly ProcessDefinition[] = [
  {
    id: 'border-zone',
    title: { vi: 'Vùng giáp ranh', en: 'Border zones' },
    description: {
      vi: 'Đất của mỗi bên trong các khoảng cách từ đường giáp ranh của hai đơn vị. Để phân tích, không phải ranh giới pháp lý.',
      en: 'The ground of each side between distances from the border of two units. Analysis, not a legal boundary.',
    },
    inputs: INPUTS['border-zone'],
    example: { between: ['Bắc Kạn', 'Cao Bằng'], widths_m: [1000, 5000], as_of: '2023-05-23' },
  },
  {
    id: 'site-overlap',
    title: { vi: 'Khu vực chồng lên lớp nào', en: 'What sites overlap' },
    description: {
      vi: 'Phần chung của từng khu vực với từng đối tượng của một lớp, với sai số.',
      en: 'What each site has in common with each feature of a layer, with its error bars.',
    },
    inputs: INPUTS['site-overlap'],
    example: {
      sites: {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'vi-du',
            geometry: { type: 'Point', coordinates: [105.6, 22.16] },
            properties: {},
          },
        ],
      },
      layer: 'communes',
      as_of: '2026-01-01',
    },
  },
  {
    id: 'flag-sites',
    title: { vi: 'Cảnh báo cho khu vực khoáng sản', en: 'Flag mineral sites' },
    description: {
      vi: 'Xét các khu vực theo quy tắc của hồ sơ: mỗi cảnh báo có số liệu, văn bản, cơ quan.',
      en: 'Judges sites by the rules of the profile: every flag has its facts, documents and bodies.',
    },
    inputs: INPUTS['flag-sites'],
    example: { as_of: '2023-05-23' },
  },
  {
    id: 'resolve-corner-table',
    title: { vi: 'Đọc bảng tọa độ điểm góc', en: 'Resolve a corner table' },
    description: {
      vi: 'Tìm hệ tọa độ và hình của bảng điểm góc; điều gì không chắc thì nói là không chắc.',
      en: 'Finds the coordinate system and shape of a table of corners; what is not certain is said to be so.',
    },
    inputs: INPUTS['resolve-corner-table'],
    example: {
      text: 'Điểm,X (m),Y (m)\n1,2451656.80,406980.08\n2,2451656.80,407480.08\n3,2451156.80,407480.08\n4,2451156.80,406980.08\n',
    },
  },
  {
    id: 'trace-unit',
    title: { vi: 'Đơn vị hành chính qua các thời kỳ', en: 'A unit through time' },
    description: {
      vi: 'Một tên hoặc mã là đơn vị nào vào một ngày, đã thành gì và từ gì mà ra.',
      en: 'What a name or code meant on a day, what it became and what it was.',
    },
    inputs: INPUTS['trace-unit'],
    example: { name: 'Bắc Kạn', as_of: '2023-05-23' },
  },
];

export function processDefinition(id: string): ProcessDefinition | undefined {
  return PROCESSES.find((process) => process.id === id);
}
