import {
  credentialFrom,
  fromBase64url,
  makeCast,
  newSeed,
  type Manifest,
  type StylePaper,
} from '@commonthread/ballot-protocol';
import { beginPass, finishPass } from '@commonthread/ballot-protocol/pass';

import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { countAndPublish } from './finished-rounds.ts';
import { later, type Weekday } from './time/calendar.ts';
import type { Story, Time } from './time/timeline.ts';
import { runNow } from './upkeep.ts';
import { HOMES, type Home } from './voters.ts';

/** With the residents' own ballots enough that they are published whole, and not as totals alone. */
const ON_PAPER = 36;
const BOX = 'meir-library';
const DAYS: readonly Weekday[] = ['Tue', 'Wed', 'Thu'];
/** How many marked each project on paper: opinions differ, and nobody is left without a vote. */
const LIKED = [11, 9, 6, 4, 4, 2];

/**
 * A vote as it is really held: residents vote in secret by the ballot protocol, others on paper that two officers
 * count, enter and seal; it ends on its day, and its count is signed by two. Everything can be checked by anybody.
 *
 * @param week of the three in which people vote, the first
 */
export function holdVote(slug: string, week: number, cast: Cast): Story {
  const { officer, second, residents, calendar, databaseUrl, ballotBox } = cast;
  return async (time) => {
    const { id } = await officer.get<{ id: string }>(`/rounds/${slug}`);
    const known = await fetch(`${ballotBox}/urn/elections/${id}`);
    const { manifest } = (await known.json()) as { manifest: Manifest };
    for (const [n, resident] of residents.entries()) {
      await time.until(later(calendar.on(week, n < 2 ? 'Thu' : 'Sun', '19:20'), n * 34));
      await voteOnline(slug, manifest, n, resident, ballotBox);
      if (n % 2 === 1) await runNow(databaseUrl, 'roll.notices');
    }
    const serials = await handOutPaper(slug, week + 1, cast, time);

    await time.until(calendar.on(week + 3, 'Mon', '00:00'));
    // Within a minute it would close by itself.
    await officer.post(`/rounds/${slug}/voting/go-on`);
    await enterPaper(slug, serials, manifest.styles[0]!, week + 3, cast, time);
    await time.until(calendar.on(week + 3, 'Wed', '15:10'));
    await officer.post(`/rounds/${slug}/voting/finish`);
    await time.until(calendar.on(week + 3, 'Wed', '15:45'));
    await second.post(`/rounds/${slug}/voting/finish`);
    await officer.until<{ stage: string }>(`/rounds/${slug}/voting`, ({ stage }) => stage === 'stored');
    await countAndPublish(slug, week + 3, 'Thu', cast)(time);
  };
}

/** As a browser does: the pass is signed blind, the ballot is sent without a name. */
async function voteOnline(
  slug: string,
  { election, styles }: Manifest,
  n: number,
  resident: Client,
  ballotBox: string,
): Promise<void> {
  const { style, issuerKey, projects } = styles[0]!;
  const credential = credentialFrom(newSeed());
  const pending = await beginPass(issuerKey, { election, style, cred: credential.publicKey });
  const { blindSignature } = await resident.post<{ blindSignature: string }>(`/rounds/${slug}/pass`, {
    blinded: pending.blinded,
  });
  const pass = await finishPass(pending, fromBase64url(blindSignature), issuerKey);
  const choices = [projects[n % projects.length]!.id];
  const answer = await fetch(`${ballotBox}/urn/cast`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(makeCast(credential, { election, style, rev: 1, choices }, pass)),
  });
  if (!answer.ok) throw new Error(`a demo ballot was refused: ${await answer.text()}`);
}

/** At the library, on three mornings. @returns the serials of the sheets */
async function handOutPaper(
  slug: string,
  week: number,
  { officer, calendar }: Cast,
  time: Time,
): Promise<readonly string[]> {
  await time.until(calendar.on(week, 'Mon', '11:30'));
  const { serials } = await officer.post<{ serials: string[] }>(`/rounds/${slug}/paper-sheets`, {
    copies: ON_PAPER,
  });
  for (const [n, home] of HOMES.slice(0, ON_PAPER).entries()) {
    await time.until(later(calendar.on(week, DAYS[n % 3]!, '10:05'), Math.floor(n / 3) * 11));
    await handOut(slug, home, officer);
  }
  return serials;
}

async function enterPaper(
  slug: string,
  serials: readonly string[],
  { style, projects }: StylePaper,
  week: number,
  { officer, second, calendar }: Cast,
  time: Time,
): Promise<void> {
  const batches = `/rounds/${slug}/paper-batches`;
  const box = { batch: BOX, issued: ON_PAPER, inBox: ON_PAPER, spoiled: 0, returned: 0, missing: 0 };
  const marked = LIKED.flatMap((sheets, at) => Array<number>(sheets).fill(at));
  const sheets = serials.map((serial, n) => ({
    serial,
    style,
    choices: [projects[marked[(n * 5) % marked.length]! % projects.length]!.id],
  }));
  const both = [officer, second];
  const at = (weekday: Weekday, clock: string, n: number): Promise<void> =>
    time.until(later(calendar.on(week, weekday, clock), n * 24));
  for (const [n, one] of both.entries()) {
    await at('Mon', '10:10', n);
    await one.post(batches, box);
  }
  for (const [n, one] of both.entries()) {
    await at('Tue', '09:50', n * 4);
    await one.post(`${batches}/${BOX}/sheets`, { sheets, isLast: true });
  }
  for (const [n, one] of both.entries()) {
    await at('Wed', '10:20', n);
    await one.post(`${batches}/${BOX}/seal`);
  }
}

async function handOut(slug: string, home: Home, officer: Client): Promise<void> {
  const [found] = await officer.post<{ elector: string }[]>(`/rounds/${slug}/roll/search`, home);
  if (!found) throw new Error(`${home.fullName} is not on the list of voters of ${slug}`);
  await officer.post(`/rounds/${slug}/roll/paper`, { elector: found.elector });
}
