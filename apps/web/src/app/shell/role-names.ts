import type { Role } from './session/session.js';

const NAMES: Readonly<Record<Role, () => string>> = {
  resident: () => $localize`Resident`,
  'youth-member': () => $localize`Youth member`,
  guardian: () => $localize`Guardian`,
  juror: () => $localize`Juror`,
  facilitator: () => $localize`Facilitator`,
  reviewer: () => $localize`Reviewer`,
  officer: () => $localize`Officer`,
  moderator: () => $localize`Moderator`,
  auditor: () => $localize`Auditor`,
  administrator: () => $localize`Administrator`,
};

/** The role in the reader's words. */
export function roleName(role: Role): string {
  return NAMES[role]();
}
