import { type IsoDate, inspectionReport, type LayerFeature, ok, type Result } from '@giapranh/core';
import { readableBy } from '../access/reader.js';
import { readDay, readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayer } from '../layer-lookup.js';
import type { Services } from '../services.js';

const PAGE = 1_000;

function dayOr(text: string | undefined, name: string): Result<IsoDate | null> {
  return text === undefined ? ok(null) : readDay(text, name);
}

/** `GET /reports/inspections?from=&to=&asOf=`: counts by unit, and late reports, of what the reader may read. */
export function inspectionReports({ store, today }: Services) {
  return async ({ request, reader }: Ask): Promise<Reply> => {
    const layer = featureLayer('inspections', reader);
    if (!layer.ok) return problem(404, ...layer.issues);
    const parameters = readParameters(request, ['from', 'to', 'asOf']);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const [from, to, asOf] = ['from', 'to', 'asOf'].map((name) => dayOr(parameters.value.get(name), name));
    for (const day of [from, to, asOf]) if (day?.ok === false) return problem(400, ...day.issues);
    const value = (day: typeof from) => (day?.ok === true ? day.value : null);
    const features: LayerFeature[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = await store.page({
        ...{ layer: 'inspections', limit: PAGE, ...readableBy(reader) },
        ...(after === '' ? {} : { after }),
      });
      features.push(...page.features);
      after = page.next;
    }
    const period = { from: value(from), to: value(to), asOf: value(asOf) ?? today() };
    return json(inspectionReport(features, period));
  };
}
