import { verifyAudit } from '@giapranh/store';
import { describe, expect, it } from 'vitest';
import { must } from '../../must.js';
import { opener, type StoreSubject } from './subject.js';

const FACT = {
  at: '2026-03-01T08:00:00+07:00',
  who: 'quản trị',
  action: 'sign-in',
  subject: null,
  id: null,
  before: null,
  after: null,
  authority: null,
} as const;

export function recordingContract(subject: StoreSubject): void {
  describe('recording', () => {
    const open = opener(subject);

    it('keeps documents, users, tokens, inputs, runs and jobs by key', async () => {
      const store = await open.fresh();
      const body = { number: '23/NQ-HĐND', parts: [{ b: 1, a: null }], huge: 1e21 };
      const put = must(await store.records.put('document', '23/NQ-HĐND', body, { expected: null }));
      expect(await store.records.get('document', '23/NQ-HĐND'.normalize('NFD'))).toEqual({
        key: '23/NQ-HĐND',
        body,
        revision: put.revision,
      });
      expect(await store.records.get('account', '23/NQ-HĐND')).toBeUndefined();
      const again = await store.records.put('document', '23/NQ-HĐND', {}, { expected: null });
      expect(again).toMatchObject({ ok: false, issues: [{ code: 'store-record-conflict' }] });
      const newer = must(
        await store.records.put('document', '23/NQ-HĐND', { x: 1 }, { expected: put.revision }),
      );
      expect(newer.revision).toBeGreaterThan(put.revision);
      const stale = await store.records.remove('document', '23/NQ-HĐND', { expected: put.revision });
      expect(stale.ok).toBe(false);
      expect(must(await store.records.remove('document', '23/NQ-HĐND'))).toBe(true);
      expect(must(await store.records.remove('document', '23/NQ-HĐND'))).toBe(false);
      const bad = await store.records.put('token', '', { x: 1 });
      expect(bad).toMatchObject({ ok: false, issues: [{ code: 'store-record-value' }] });
    });

    it('lists by key in pages', async () => {
      const store = await open.fresh();
      const keys = ['a', 'B', 'đ', 'z', 'é', '10', '9'];
      for (const key of keys) must(await store.records.put('token', key, { key }));
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.records.list('token', {
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        seen.push(...page.map(({ key }) => key));
        if (page.length < 2) break;
        after = page.at(-1)?.key;
      }
      // By bytes of UTF-8 in both databases, whatever the machine's language is.
      expect(seen).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    });

    it('lets one of many make a record that must be new', async () => {
      const place = await subject.place();
      const [one, other] = [await open.at(place), await open.at(place)];
      const tries = Array.from({ length: 6 }, (_, index) =>
        (index % 2 === 0 ? one : other).records.put('account', 'admin', { index }, { expected: null }),
      );
      expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('chains the audit over all writers, and shows what was changed behind it', async () => {
      const place = await subject.place();
      const [one, other] = [await open.at(place), await open.at(place)];
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) =>
          must(await (index % 2 === 0 ? one : other).audit.append([{ ...FACT, id: String(index) }, FACT])),
        ),
      );
      const whole = await verifyAudit(one.audit, 7);
      expect(whole).toMatchObject({ entries: 40, brokenAt: null });
      const list = one.audit.list.bind(one.audit);
      const forged = {
        append: one.audit.append,
        list: async (page: { after?: number; limit: number }) =>
          (await list(page)).map((entry) => (entry.seq === 12 ? { ...entry, who: 'ai đó' } : entry)),
      };
      expect((await verifyAudit(forged, 7)).brokenAt).toBe(12);
      const shortened = {
        append: one.audit.append,
        list: async (page: { after?: number; limit: number }) =>
          (await list(page)).filter((entry) => entry.seq !== 5),
      };
      expect((await verifyAudit(shortened, 40)).brokenAt).toBe(6);
    });
  });
}
