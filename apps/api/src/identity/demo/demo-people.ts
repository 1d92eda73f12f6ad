import type { Role } from '../roles/role.js';

/** Every demo account has it; it is shown on the sign-in page of the demo. Production refuses to start with them. */
export const DEMO_PASSWORD = 'demo-commonthread';

export interface DemoPerson {
  readonly email: string;
  readonly displayName: string;
  /** Whole years old on the day they are added. */
  readonly age: number;
  readonly role: Role;
}

/** Invented accounts, one for each role, named after it: nobody is meant by them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: 'resident@demo.example', displayName: 'Demo resident', age: 41, role: 'resident' },
  { email: 'young-member@demo.example', displayName: 'Demo young member', age: 15, role: 'youth-member' },
  { email: 'guardian@demo.example', displayName: 'Demo guardian', age: 44, role: 'guardian' },
  { email: 'facilitator@demo.example', displayName: 'Demo facilitator', age: 33, role: 'facilitator' },
  { email: 'reviewer@demo.example', displayName: 'Demo reviewer', age: 38, role: 'reviewer' },
  { email: 'officer@demo.example', displayName: 'Demo officer A', age: 47, role: 'officer' },
  { email: 'second-officer@demo.example', displayName: 'Demo officer B', age: 52, role: 'officer' },
  { email: 'third-officer@demo.example', displayName: 'Demo officer C', age: 36, role: 'officer' },
  { email: 'moderator@demo.example', displayName: 'Demo moderator', age: 29, role: 'moderator' },
  { email: 'auditor@demo.example', displayName: 'Demo auditor', age: 58, role: 'auditor' },
  { email: 'administrator@demo.example', displayName: 'Demo administrator', age: 50, role: 'administrator' },
];
