import { base64url } from '../bytes/base64.js';
import { makeCast } from '../casting/cast.js';
import { bodyBytes, commitmentFrom, commitmentOf } from '../formats/ballot.js';
import { credentialFrom, newSeed, type Credential } from '../formats/credential.js';
import type { PassSubject } from '../formats/pass-message.js';
import { sha256 } from '../formats/sha256.js';
import type { SampleElection, SampleOptions } from '../sampling/sample-election.js';
import type { Pass } from '../signing/pass-key.js';
import type { BallotLine } from './ballot-line.js';

type Unplaced = BallotLine extends infer Line ? (Line extends unknown ? Omit<Line, 'leaf'> : never) : never;

/** A ballot that has no place in the log yet. */
export interface SampleBallot {
  readonly line: Unplaced;
  readonly commitment: Uint8Array;
}

/** Makes the online ballots of every voter, in any order. */
export type MakeVotes = (election: SampleElection, options: SampleOptions) => Promise<SampleBallot[]>;

/** Where keys and passes come from. */
export interface SampleVoters {
  readonly election: string;
  newCredential(): Credential;
  issuePass(subject: PassSubject): Promise<Pass>;
}

const AT_ONCE = 500;

/** Every voter's ballots, made here with what every platform has. */
export const sampleVotes: MakeVotes = ({ manifest, issuePass }, options) => {
  const newCredential = () => credentialFrom(newSeed());
  const voters = { election: manifest.election, newCredential, issuePass };
  return votesOf(voters, options, 0, options.voters);
};

/** The ballots of voters number `from` to `to` - 1. */
export async function votesOf(
  voters: SampleVoters,
  options: Pick<SampleOptions, 'changes' | 'choose'>,
  from: number,
  to: number,
): Promise<SampleBallot[]> {
  const ballots: SampleBallot[] = [];
  for (let start = from; start < to; start += AT_ONCE) {
    const size = Math.min(AT_ONCE, to - start);
    const some = Array.from({ length: size }, (_, at) => vote(voters, options, start + at));
    ballots.push(...(await Promise.all(some)).flat());
  }
  return ballots;
}

/** One voter's first ballot, and the change to it where there is one. */
async function vote(
  { election, newCredential, issuePass }: SampleVoters,
  { changes, choose }: Pick<SampleOptions, 'changes' | 'choose'>,
  voter: number,
): Promise<SampleBallot[]> {
  const credential = newCredential();
  const pass = await issuePass({ election, style: 'city', cred: credential.publicKey });
  const last = voter < changes ? 2 : 1;
  return Array.from({ length: last }, (_, before): SampleBallot => {
    const rev = before + 1;
    const choices = choose(voter, rev);
    const { header, body, credSig } = makeCast(credential, { election, style: 'city', rev, choices });
    const signed = {
      ...{ source: 'online' as const, header, credSig },
      ...{ passPrefix: base64url(pass.prefix), passSig: base64url(pass.signature) },
    };
    if (rev === last) return { line: { ...signed, body }, commitment: commitmentOf(header, body) };
    const bodySha256 = sha256(bodyBytes(body));
    return {
      line: { ...signed, bodySha256: base64url(bodySha256) },
      commitment: commitmentFrom(header, bodySha256),
    };
  });
}
