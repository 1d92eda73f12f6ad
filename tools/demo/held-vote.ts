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
import { HOMES, type Home } from './voters.ts';

/** With the residents' own ballots enough that they are published whole, and not as totals alone. */
const ON_PAPER = 36;
const BOX = 'meir-library';
const EVERYBODY_VOTED = 'Everybody on the list who wanted to vote has voted: an invented vote.';

/**
 * A vote as it is really held: residents vote in secret by the ballot protocol, others on paper that two officers
 * count, enter and seal; two close it, and its count is signed by two. Everything can be checked by anybody.
 */
export async function holdVote(slug: string, cast: Cast): Promise<void> {
  const { officer, second, residents, ballotBox } = cast;
  const { id } = await officer.get<{ id: string }>(`/rounds/${slug}`);
  const known = await fetch(`${ballotBox}/urn/elections/${id}`);
  const { manifest } = (await known.json()) as { manifest: Manifest };
  for (const [n, resident] of residents.entries()) await voteOnline(slug, manifest, n, resident, ballotBox);
  await voteOnPaper(slug, manifest.styles[0]!, cast);

  for (const one of [officer, second]) {
    await one.post(`/rounds/${slug}/voting/close`, { reason: EVERYBODY_VOTED });
  }
  await officer.post(`/rounds/${slug}/override`, { phase: 'counting', reason: EVERYBODY_VOTED });
  for (const one of [officer, second]) await one.post(`/rounds/${slug}/voting/finish`);
  await officer.until<{ stage: string }>(`/rounds/${slug}/voting`, ({ stage }) => stage === 'stored');
  await countAndPublish(slug, cast);
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
  const choices = [projects[(n * 2) % projects.length]!.id];
  const answer = await fetch(`${ballotBox}/urn/cast`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(makeCast(credential, { election, style, rev: 1, choices }, pass)),
  });
  if (!answer.ok) throw new Error(`a demo ballot was refused: ${await answer.text()}`);
}

async function voteOnPaper(slug: string, { style, projects }: StylePaper, cast: Cast): Promise<void> {
  const { officer, second } = cast;
  const { serials } = await officer.post<{ serials: string[] }>(`/rounds/${slug}/paper-sheets`, {
    copies: ON_PAPER,
  });
  for (const home of HOMES.slice(0, ON_PAPER)) await handOut(slug, home, officer);

  const batches = `/rounds/${slug}/paper-batches`;
  const box = { batch: BOX, issued: ON_PAPER, inBox: ON_PAPER, spoiled: 0, returned: 0, missing: 0 };
  const sheets = serials.map((serial, n) => ({
    serial,
    style,
    choices: [projects[(n * n + n) % projects.length]!.id],
  }));
  for (const one of [officer, second]) await one.post(batches, box);
  for (const one of [officer, second]) await one.post(`${batches}/${BOX}/sheets`, { sheets, isLast: true });
  for (const one of [officer, second]) await one.post(`${batches}/${BOX}/seal`);
}

async function handOut(slug: string, home: Home, officer: Client): Promise<void> {
  const [found] = await officer.post<{ elector: string }[]>(`/rounds/${slug}/roll/search`, home);
  if (!found) throw new Error(`${home.fullName} is not on the list of voters of ${slug}`);
  await officer.post(`/rounds/${slug}/roll/paper`, { elector: found.elector });
}
