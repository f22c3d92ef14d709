import { type Issue, issue } from '@giapranh/core';

/** Short enough to name a schema of PostgreSQL, whose names end at 63 bytes. */
const PROFILE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 50;

/** Issue `store-profile-id`: the id names a file or a schema, so nothing else may come through. */
export function profileIdFault(profile: string): Issue | undefined {
  return PROFILE_ID.test(profile) && profile.length <= LONGEST
    ? undefined
    : issue(
        'store-profile-id',
        ['profile'],
        'Mã hồ sơ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.',
        'A profile id has only lower-case letters, digits and hyphens.',
      );
}
