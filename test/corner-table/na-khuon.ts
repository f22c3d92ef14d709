import type { WrittenSite } from '@giapranh/core';

/** A small ring in Xuân La, Pác Nặm, in EPSG:9213. */
export const NA_KHUON: WrittenSite = {
  name: 'Nà Khuôn',
  shape: 'ring',
  area_m2: null,
  declared: {
    communes: ['Xuân La'],
    districts: ['Pác Nặm'],
    provinces: ['Bắc Kạn'],
    mineral: null,
    decision: null,
  },
  parts: [
    {
      hole: false,
      points: [
        { row: 1, label: '1', north: 2499512.34, east: 418205.125 },
        { row: 2, label: '2', north: 2499688.915, east: 418391.77 },
        { row: 3, label: '3', north: 2499455.218, east: 418702.886 },
      ],
    },
  ],
};
