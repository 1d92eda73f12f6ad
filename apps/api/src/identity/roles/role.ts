export const ROLES = [
  'resident',
  'youth-member',
  'guardian',
  'juror',
  'facilitator',
  'reviewer',
  'officer',
  'moderator',
  'auditor',
  'administrator',
] as const;

/** Held by a person for a place, from one day to another. */
export type Role = (typeof ROLES)[number];

/** Roles whose acts are refused to a session without a second factor. */
export const NEED_SECOND_FACTOR: ReadonlySet<Role> = new Set<Role>([
  'reviewer',
  'officer',
  'moderator',
  'auditor',
  'administrator',
]);

/** Roles with power over others, or over a young person's account. */
export const FOR_ADULTS: ReadonlySet<Role> = new Set<Role>([
  ...NEED_SECOND_FACTOR,
  'facilitator',
  'guardian',
]);
