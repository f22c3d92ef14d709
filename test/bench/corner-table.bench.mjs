// Reading corner tables: tables and points per second, from text to verdict and geometry.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawnGazetteer, loadGeometryKernel, resolveCornerTable, writeCornerTable } from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { median } from './median.mjs';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const REAL = fileURLToPath(new URL('../fixtures/corner-tables/qd-650-2024.txt', import.meta.url));
const ROUNDS = 9;

/** A ring of so many corners in Xuân La, written in the official layout. */
function ringTable(corners, sites = 1) {
  const site = (at) => ({
    name: `Nà Thử ${at + 1}`,
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
        points: Array.from({ length: corners }, (_, index) => {
          const angle = (-2 * Math.PI * index) / corners;
          const reach = 150 + 20 * Math.sin(index * 2.4);
          return {
            row: index,
            label: String(index + 1),
            north: 2_499_200 + (at % 4) * 420 + reach * Math.sin(angle),
            east: 417_600 + Math.floor(at / 4) * 420 + reach * Math.cos(angle),
          };
        }),
      },
    ],
  });
  const text = writeCornerTable({
    crs: 'EPSG:9213',
    sites: Array.from({ length: sites }, (_, at) => site(at)),
  });
  if (!text.ok) throw new Error(JSON.stringify(text.issues));
  return text.value;
}

/** Milliseconds for one table: the median round, each long enough to be measured. */
function time(work) {
  work();
  const started = performance.now();
  work();
  const times = Math.max(1, Math.ceil(60 / Math.max(0.01, performance.now() - started)));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    for (let at = 0; at < times; at += 1) work();
    return (performance.now() - before) / times;
  });
  return median(rounds);
}

function row(work, subject, points, median_ms) {
  const tables = 1000 / median_ms;
  const note = `${Math.round(tables)} tables/s, ${Math.round(tables * points)} points/s`;
  return { work, subject, median_ms, rounds: ROUNDS, note };
}

export async function run() {
  const kernel = await loadGeometryKernel();
  const sources = await readProfileSources(DATA, 'bac-kan', kernel);
  if (!sources.ok) throw new Error(JSON.stringify(sources.issues));
  const gazetteer = drawnGazetteer(sources.value);
  const tables = [
    ['decision 650/QĐ-UBND, 3 points of a road', readFileSync(REAL, 'utf8'), 3],
    ['one ring of 6 corners', ringTable(6), 6],
    ['one ring of 20 corners', ringTable(20), 20],
    ['one ring of 500 corners', ringTable(500), 500],
    ['20 rings of 20 corners in one sheet', ringTable(20, 20), 400],
  ];
  const rows = [];
  for (const [work, text, points] of tables) {
    const result = resolveCornerTable(text, { gazetteer });
    if (result.verdict !== 'certain') throw new Error(`${work}: ${result.verdict}`);
    rows.push(
      row(
        work,
        'read, diagnosed, placed',
        points,
        time(() => resolveCornerTable(text, { gazetteer })),
      ),
    );
    rows.push(
      row(
        work,
        'without a gazetteer',
        points,
        time(() => resolveCornerTable(text)),
      ),
    );
  }
  const started = performance.now();
  drawnGazetteer(sources.value);
  rows.push({
    work: 'gazetteer of the profile bac-kan',
    subject: 'built',
    median_ms: performance.now() - started,
    rounds: 1,
    note: `${sources.value.units.length} drawn units`,
  });
  return rows;
}
