/** What people are let in as. */
export const ROLES = ['viewer', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What an address asks of who comes: nothing; to read; to have something computed or counted; to give a neighbour what
 * was agreed; to record; to be signed in; to look after users, the audit and the service.
 */
export const NEEDS = ['open', 'read', 'compute', 'exchange', 'write', 'signed-in', 'admin'] as const;
export type Need = (typeof NEEDS)[number];

const GRANTS: Readonly<Record<Role, readonly Need[]>> = {
  viewer: ['open', 'read', 'signed-in'],
  analyst: ['open', 'read', 'compute', 'exchange', 'signed-in'],
  editor: ['open', 'read', 'compute', 'exchange', 'write', 'signed-in'],
  admin: NEEDS,
};

/** What whoever did not sign in may do where public layers are open to all. */
export const PUBLIC_GRANTS: readonly Need[] = ['open', 'read', 'compute'];

export function grantsOf(role: Role): readonly Need[] {
  return GRANTS[role];
}

/** The lesser of two roles: one that grants only what both grant. */
export function lesserRole(a: Role, b: Role): Role {
  const both = GRANTS[a].filter((need) => GRANTS[b].includes(need));
  return ROLES.findLast((role) => GRANTS[role].every((need) => both.includes(need))) ?? 'viewer';
}
