import { inject, Injectable, InjectionToken } from '@angular/core';
import {
  base64url,
  commitmentOf,
  credentialFrom,
  fromBase64url,
  LogEvidenceInvalid,
  makeCast,
  newSeed,
  paperOf,
  PassTagged,
  verifyReceipt,
  type Cast,
  type Choice,
  type Manifest,
  type Pass,
  type PassText,
  type Receipt,
} from '@commonthread/ballot-protocol';
import { checkChoices } from '@commonthread/paper-rules';
import { BallotApi } from '../ballot-api.js';
import { LOCKS } from '../device/booth-door.js';
import { DEVICE_STORE } from '../device/device-store.js';
import { draftKey, evidenceKey, voteKey, type KeptVote, type Owner } from '../device/kept-vote.js';
import { whichVote } from '../device/which-vote.js';
import { refusalOf } from '../../shell/refusal.js';
import { PassMaker } from './pass-maker.js';
import { sending, type Wait } from './sending.js';
import { Urn } from './urn.js';

/** What is going on while a vote is cast. */
export type CastStep = 'pass' | 'sealing' | 'casting' | 'waiting';

export interface CastOrder {
  readonly slug: string;
  readonly manifest: Manifest;
  readonly style: string;
  readonly owner: Owner;
  /** What to cast; null finishes what was on its way. */
  readonly choices: readonly Choice[] | null;
  /** The vote so far, where the device's store does not hold it; its seed is what must not get lost. */
  readonly before: KeptVote | null;
  readonly remember: boolean;
}

export const WAIT = new InjectionToken<Wait>('wait', {
  providedIn: 'root',
  factory: () => (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/**
 * Carries one vote from the choices to a checked receipt. Before anything secret is needed again it is on the device's
 * disk, so it can be stopped at any point and called again: what was sent is sent again to the byte, never anew.
 */
@Injectable({ providedIn: 'root' })
export class CastVote {
  private readonly api = inject(BallotApi);
  private readonly store = inject(DEVICE_STORE);
  private readonly passes = inject(PassMaker);
  private readonly urn = inject(Urn);
  private readonly wait = inject(WAIT);
  private readonly locks = inject(LOCKS);

  /**
   * @returns the vote with its receipt, which the store then holds only if the voter asked for it
   * @throws HttpErrorResponse | UrnRefused | PassTagged | LogEvidenceInvalid | what the ballot paper refuses
   */
  execute(order: CastOrder, step: (now: CastStep) => void): Promise<KeptVote> {
    return this.alone(voteKey(order.manifest.election, order.owner), () => this.carryOut(order, step));
  }

  /** Another device changed the vote meanwhile: what was on its way is dropped, the next one follows that version. */
  async follow(election: string, owner: Owner, before: KeptVote | null, rev: number): Promise<KeptVote> {
    const key = voteKey(election, owner);
    const vote = whichVote(await this.store.get<KeptVote>(key), before);
    if (!vote) throw new Error('no vote to follow');
    return this.keep(key, { ...vote, cast: null, rev });
  }

  private async carryOut(order: CastOrder, step: (now: CastStep) => void): Promise<KeptVote> {
    const { manifest, owner, style } = order;
    const key = voteKey(manifest.election, owner);
    const known = whichVote(await this.store.get<KeptVote>(key), order.before);
    let vote = known ?? newVote(manifest.election, style);
    vote = { ...vote, remember: order.remember };

    if (!vote.cast) {
      if (!order.choices) throw new Error('nothing to cast');
      const choices = this.checked(order, order.choices);
      if (vote.rev === 0 && !vote.pass) vote = await this.withPass(order, vote, step);
      step('sealing');
      vote = await this.keep(key, { ...vote, cast: sealed(vote, choices) });
    }
    const receipt = await this.sent(manifest, vote.cast!, step);
    const done: KeptVote = {
      ...vote,
      ...{ pending: null, pass: null, cast: null },
      rev: vote.cast!.header.rev,
      last: { choices: vote.cast!.body.choices, receipt },
    };
    await (done.remember ? this.store.put(key, done) : this.store.delete(key));
    await this.store.delete(draftKey(manifest.election, owner));
    return done;
  }

  /** In the one form the ballot box takes. */
  private checked({ manifest, style }: CastOrder, choices: readonly Choice[]): readonly Choice[] {
    const paper = paperOf(manifest, style);
    if (!paper) throw new Error('no such ballot paper');
    return checkChoices(paper, choices);
  }

  private async withPass(
    { slug, manifest, style, owner }: CastOrder,
    begun: KeptVote,
    step: (now: CastStep) => void,
  ): Promise<KeptVote> {
    const { election } = manifest;
    const key = voteKey(election, owner);
    const issuerKey = paperOf(manifest, style)!.issuerKey;
    let vote = begun;
    step('pass');
    if (!vote.pending) {
      const cred = credentialFrom(fromBase64url(vote.seed, 16)).publicKey;
      const pending = await this.passes.begin(issuerKey, { election, style, cred });
      vote = await this.keep(key, { ...vote, pending });
    }
    const { pending } = vote;
    if (!pending) throw new Error('no pass was begun');
    const again = () => step('waiting');
    const asked = sending(() => this.api.pass(slug, pending.blinded), this.wait, again);
    const signed = await asked.catch(async (cause) => {
      // The council signed another message: this one will never be signed, and must not be taken for a vote on its way.
      if (refusalOf(cause).title === 'roll.pass-already-issued') await this.store.delete(key);
      throw cause;
    });
    const pass = await this.passes.finish(pending, signed.blindSignature, issuerKey).catch(async (cause) => {
      if (cause instanceof PassTagged) await this.evidence(election, { what: 'pass', pending, signed });
      throw cause;
    });
    return this.keep(key, { ...vote, pass, pending: null });
  }

  private async sent(manifest: Manifest, cast: Cast, step: (now: CastStep) => void): Promise<Receipt> {
    step('casting');
    const receipt = await sending(
      () => this.urn.cast(cast),
      this.wait,
      () => step('waiting'),
    );
    const mine =
      receipt.election === manifest.election &&
      receipt.commitment === base64url(commitmentOf(cast.header, cast.body));
    if (mine && (await verifyReceipt(fromBase64url(manifest.log.key, 32), receipt))) return receipt;
    await this.evidence(manifest.election, { what: 'receipt', receipt, header: cast.header });
    throw new LogEvidenceInvalid('receipt');
  }

  private async keep(key: string, vote: KeptVote): Promise<KeptVote> {
    await this.store.put(key, vote);
    return vote;
  }

  /** One tab at a time: two tabs would blind two messages, and only one of them can ever be signed. */
  private async alone<T>(name: string, act: () => Promise<T>): Promise<T> {
    return this.locks ? await this.locks.request(`ct.${name}`, act) : act();
  }

  private evidence(election: string, evidence: unknown): Promise<void> {
    return this.store.put(evidenceKey(election), evidence);
  }
}

function newVote(election: string, style: string): KeptVote {
  const nothing = { pending: null, pass: null, cast: null, last: null };
  return { election, style, seed: base64url(newSeed()), ...nothing, rev: 0, remember: false };
}

function sealed({ election, style, seed, rev, pass }: KeptVote, choices: readonly Choice[]): Cast {
  const credential = credentialFrom(fromBase64url(seed, 16));
  return makeCast(credential, { election, style, rev: rev + 1, choices }, pass ? passOf(pass) : undefined);
}

const passOf = ({ prefix, signature }: PassText): Pass => ({
  prefix: fromBase64url(prefix),
  signature: fromBase64url(signature),
});
