export { addDemoPeople } from './demo/add-demo-people.js';
export { type DemoAccount, DemoAccounts, type DemoCode } from './demo/demo-accounts.js';
export { IdentityModule } from './identity.module.js';
export { PersonLabels } from './people/person-labels.js';
export { Authority } from './roles/authority.js';
export type { Role } from './roles/role.js';
export type { CurrentUser } from './sessions/current-user.js';
export { MaybeSignedIn, SignedIn } from './sessions/signed-in.guard.js';
export { User } from './sessions/user.decorator.js';
