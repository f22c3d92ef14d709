import {
  type ExchangeAgreement,
  type ExchangePolicy,
  type IsoDate,
  isValidOn,
  type Profile,
  type ProfileVintage,
} from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';

/** What an exchange works with, in the server and at the machine. */
export interface ExchangeWorld {
  readonly profile: Profile;
  readonly store: FeatureStore;
  /** `null`: this profile gives and takes nothing. */
  readonly exchange: ExchangePolicy | null;
}

/** The vintage in force on a day. */
export function vintageOn({ profile }: ExchangeWorld, day: IsoDate): ProfileVintage | undefined {
  return profile.vintages.find(({ valid_from, valid_to }) =>
    isValidOn({ from: valid_from, to: valid_to }, day),
  );
}

/** What was agreed with a province of that vintage, in use on the day. */
export function agreementWith(
  { exchange }: ExchangeWorld,
  vintage: string,
  province: string,
  day: IsoDate,
): ExchangeAgreement | undefined {
  return exchange?.agreements.find(
    (one) =>
      one.with === province &&
      one.vintage === vintage &&
      isValidOn({ from: one.valid_from, to: one.valid_to }, day),
  );
}

/** The agreement as the audit cites it. */
export function citation({ profile }: ExchangeWorld, { document }: ExchangeAgreement): string {
  const found = profile.documents.find(({ id }) => id === document);
  return found === undefined ? document : `${document}: ${found.title.vi}`;
}
