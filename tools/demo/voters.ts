import type { Client } from './client.ts';

/** Voters of the demo who have no account: enough to issue paper ballots to. Nobody is meant by them. */
const WITHOUT_ACCOUNT = 120;
const POSTCODE = 'ST3 5DC';

/** Where somebody lives, as a person at a table would say it. */
export interface Home {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly postcode: string;
  readonly house: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const HOMES: readonly Home[] = Array.from({ length: WITHOUT_ACCOUNT }, (_, n) => ({
  fullName: `Invented Voter ${LETTERS[Math.floor(n / 26)]}${LETTERS[n % 26]}`,
  dateOfBirth: new Date(Date.UTC(1950 + (n % 50), n % 12, 1 + (n % 28))).toISOString().slice(0, 10),
  postcode: POSTCODE,
  house: String(n + 1),
}));

const ACCEPTED = 'The council tax list names this person at this address.';

/** Puts everybody on the list of voters of a round whose vote has not opened: a file of the council, and claims. */
export async function addVoters(slug: string, officer: Client, residents: readonly Client[]): Promise<void> {
  const roll = `/rounds/${slug}/roll`;
  await officer.upload(`${roll}/upload`, {}, { name: 'voters.csv', content: new Blob([listOfVoters()]) });
  await addClaims(slug, residents);
  const { items } = await officer.get<{ items: { id: string }[] }>(`${roll}/claims`);
  for (const { id } of items) {
    await officer.post(`${roll}/claims/${id}/decide`, { accept: true, reason: ACCEPTED });
  }
}

/** Residents ask to be on the list of voters; an officer has still to look at it. */
export async function addClaims(slug: string, residents: readonly Client[]): Promise<void> {
  for (const [n, resident] of residents.entries()) {
    await resident.post(`/rounds/${slug}/roll/claims`, {
      connection: 'live',
      fullName: `Demo Resident ${LETTERS[n]}`,
      postcode: POSTCODE,
      house: `${200 + n}`,
    });
  }
}

function listOfVoters(): string {
  const lines = HOMES.map((home) => Object.values(home).join());
  return ['full_name,date_of_birth,postcode,house', ...lines].join('\n');
}
