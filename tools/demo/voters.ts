import type { Cast } from './cast.ts';
import { later } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';

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
export function addVoters(slug: string, week: number, cast: Cast): Story {
  const { officer, calendar } = cast;
  const roll = `/rounds/${slug}/roll`;
  return async (time) => {
    await time.until(calendar.on(week, 'Tue', '10:10'));
    await officer.upload(`${roll}/upload`, {}, { name: 'voters.csv', content: new Blob([listOfVoters()]) });
    await addClaims(slug, week, cast)(time);
    const { items } = await officer.get<{ items: { id: string }[] }>(`${roll}/claims`);
    for (const [n, { id }] of items.entries()) {
      await time.until(later(calendar.on(week + 1, 'Mon', '09:30'), n * 6));
      await officer.post(`${roll}/claims/${id}/decide`, { accept: true, reason: ACCEPTED });
    }
  };
}

/** Residents ask to be on the list of voters; an officer has still to look at it. */
export function addClaims(slug: string, week: number, { residents, calendar }: Cast): Story {
  return async (time) => {
    for (const [n, resident] of residents.entries()) {
      await time.until(later(calendar.on(week, n < 2 ? 'Thu' : 'Sat', '18:50'), n * 13));
      await resident.post(`/rounds/${slug}/roll/claims`, {
        connection: 'live',
        fullName: `Demo Resident ${LETTERS[n]}`,
        postcode: POSTCODE,
        house: `${200 + n}`,
      });
    }
  };
}

function listOfVoters(): string {
  const lines = HOMES.map((home) => Object.values(home).join());
  return ['full_name,date_of_birth,postcode,house', ...lines].join('\n');
}
