import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import {
  base64url,
  changeCode,
  fromBase64url,
  PassTagged,
  type PassText,
} from '@commonthread/ballot-protocol';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import { DEVICE_STORE } from '../device/device-store.js';
import { evidenceKey, voteKey, type KeptVote } from '../device/kept-vote.js';
import { MemoryStore, TestUrn } from '../test-election.js';
import { ByCode } from './by-code.js';
import { CastVote, WAIT, type CastOrder } from './cast-vote.js';
import { LogWatch } from './log-watch.js';
import { PassMaker } from './pass-maker.js';
import { FETCH } from './urn.js';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.defineProperty(globalThis, 'structuredClone', {
  value: (value: unknown) => JSON.parse(JSON.stringify(value)),
});

/** Blinding is tested where it lives; here a pass is a pass. */
class QuickPasses {
  begun = 0;
  tagged = false;

  async begin(): Promise<unknown> {
    this.begun++;
    return { blinded: `blinded-${this.begun}` };
  }

  async finish(): Promise<PassText> {
    if (this.tagged) throw new PassTagged();
    return { prefix: base64url(new Uint8Array(32)), signature: base64url(new Uint8Array(384)) };
  }
}

let urn: TestUrn;
let store: MemoryStore;
let passes: QuickPasses;
const key = () => voteKey(urn.manifest.election, 'ada');
const kept = () => store.kept.get(key()) as KeptVote | undefined;

const order = (over: Partial<CastOrder> = {}): CastOrder => ({
  ...{ slug: 'parks', manifest: urn.manifest, style: 'city', owner: 'ada', choices: ['mural'] },
  ...{ before: null, remember: false },
  ...over,
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Casts, answering the one request for a pass there may be. */
async function cast(over: Partial<CastOrder> = {}, pass: 'signed' | 'issued-before' | 'none' = 'signed') {
  const steps: string[] = [];
  const done = TestBed.inject(CastVote).execute(order(over), (step) => steps.push(step));
  const quiet = done.catch(() => null);
  await settle();
  if (pass !== 'none') {
    const request = TestBed.inject(HttpTestingController).expectOne('/api/rounds/parks/pass');
    if (pass === 'signed') request.flush({ election: 'x', style: 'city', blindSignature: 'AA' });
    else
      request.flush(
        { type: '', title: 'roll.pass-already-issued', status: 409, detail: '' },
        { status: 409, statusText: 'Conflict' },
      );
  }
  await quiet;
  return { vote: await done, steps };
}

beforeEach(async () => {
  urn = await TestUrn.open();
  store = new MemoryStore();
  passes = new QuickPasses();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: DEVICE_STORE, useValue: store },
      { provide: PassMaker, useValue: passes },
      { provide: FETCH, useValue: urn.fetch },
      { provide: WAIT, useValue: async () => undefined },
    ],
  });
});

describe('CastVote', () => {
  it('takes a pass, casts once, checks the receipt and leaves nothing on the device', async () => {
    const { vote, steps } = await cast();

    expect(vote.rev).toBe(1);
    expect(vote.last?.choices).toEqual(['mural']);
    expect(urn.stored.size).toBe(1);
    expect(steps).toEqual(['pass', 'sealing', 'casting']);
    expect(store.kept.size).toBe(0);
  });

  it('keeps the vote where the voter asked for it', async () => {
    await cast({ remember: true });

    expect(kept()).toMatchObject({ rev: 1, remember: true, cast: null, pass: null });
  });

  it('tells the ballot box nothing about who casts', async () => {
    await cast();
    const { init } = urn.asked[0]!;

    expect(init.credentials).toBe('omit');
    expect(init.referrerPolicy).toBe('no-referrer');
    expect(init.headers).toEqual({ 'content-type': 'application/json' });
    expect(String(init.body)).not.toContain('ada');
  });

  it('asks again with the same blinded message when the answer got lost', async () => {
    const first = TestBed.inject(CastVote)
      .execute(order(), () => undefined)
      .catch((cause: unknown) => cause);
    await settle();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/rounds/parks/pass')
      .flush(null, { status: 500, statusText: 'Fault' });
    await first;
    expect(kept()?.pending).toEqual({ blinded: 'blinded-1' });

    await cast();
    expect(passes.begun).toBe(1);
    expect(urn.stored.size).toBe(1);
  });

  it('sends the same bytes again when the receipt got lost, also after the page was closed', async () => {
    urn.next.push('lost', 'offline', 'offline', 'offline', 'offline');
    await expect(cast()).rejects.toMatchObject({ problem: { title: 'unreachable' } });
    const sealed = kept()?.cast;
    expect(sealed).toBeTruthy();

    const { vote } = await cast({ choices: null }, 'none');
    expect(urn.stored.size).toBe(1);
    expect(vote.last?.choices).toEqual(sealed?.body.choices);
    expect(new Set(urn.asked.map(({ init }) => init.body)).size).toBe(1);
    expect(store.kept.size).toBe(0);
  });

  it('rides out a short loss of the connection by itself', async () => {
    urn.next.push('offline', TestUrn.refusal(503, 'urn.not-available'));
    const { steps } = await cast();

    expect(steps).toEqual(['pass', 'sealing', 'casting', 'waiting', 'waiting']);
    expect(urn.stored.size).toBe(1);
  });

  it('stops at a pass signed with another key, casts nothing and keeps the evidence', async () => {
    passes.tagged = true;

    await expect(cast()).rejects.toBeInstanceOf(PassTagged);
    expect(urn.asked).toEqual([]);
    expect(store.kept.get(evidenceKey(urn.manifest.election))).toMatchObject({ what: 'pass' });
  });

  it('does not believe a receipt that is not signed by the log', async () => {
    const commitment = base64url(new Uint8Array(32));
    const signature = base64url(new Uint8Array(64));
    urn.next.push({
      ok: true,
      status: 200,
      json: async () => ({ election: urn.manifest.election, commitment, signature }),
    } as Response);

    await expect(cast()).rejects.toMatchObject({ code: 'log.evidence-invalid' });
    expect(kept()?.cast).toBeTruthy();
  });

  it('says so when a ballot was given out before, on another device', async () => {
    await expect(cast({}, 'issued-before')).rejects.toMatchObject({ status: 409 });
    expect(urn.stored.size).toBe(0);
    expect(store.kept.size).toBe(0);
  });

  it('changes the vote it has a receipt for, whatever another tab began meanwhile', async () => {
    const { vote } = await cast();
    store.kept.set(key(), { ...vote, seed: base64url(new Uint8Array(16)), rev: 0, last: null, pending: {} });

    const { vote: changed } = await cast({ before: vote, choices: ['ramp'] }, 'none');
    expect([changed.seed, changed.rev]).toEqual([vote.seed, 2]);
  });

  it('changes a vote as its next version, with no second pass', async () => {
    const { vote } = await cast();
    const { vote: changed } = await cast({ before: vote, choices: ['ramp', 'benches'] }, 'none');

    expect(changed.rev).toBe(2);
    expect(changed.seed).toBe(vote.seed);
    expect(changed.last?.choices).toEqual(['benches', 'ramp']);
    expect([...urn.stored.values()].map(({ header }) => header.rev)).toEqual([1, 2]);
  });

  it('follows a version cast from another device only once told to', async () => {
    const { vote } = await cast({ remember: true });
    await cast({ owner: 'by-code', before: vote, choices: ['ramp'] }, 'none');

    await expect(cast({ choices: ['lights'] }, 'none')).rejects.toMatchObject({ problem: { nextRev: 3 } });
    await TestBed.inject(CastVote).follow(urn.manifest.election, 'ada', null, 2);
    const { vote: again } = await cast({ choices: ['lights'] }, 'none');
    expect(again.rev).toBe(3);
  });

  it('refuses choices the paper does not allow before anything is asked or sent', async () => {
    await expect(cast({ choices: ['zoo'] }, 'none')).rejects.toMatchObject({
      code: 'ballot.unknown-project',
    });
    expect(store.kept.size).toBe(0);
  });
});

describe('ByCode', () => {
  it('finds the version that counts from the change code alone, and stores nothing', async () => {
    const { vote } = await cast();
    await cast({ before: vote, choices: ['ramp'] }, 'none');
    const code = changeCode(fromBase64url(vote.seed));

    const found = await TestBed.inject(ByCode).find(urn.manifest, code.toLowerCase());
    expect(found).toMatchObject({ rev: 2, seed: vote.seed, style: 'city' });
    expect(urn.stored.size).toBe(2);
  });

  it('finds none for a code nobody voted with', async () => {
    const code = changeCode(new Uint8Array(16).fill(9));

    expect(await TestBed.inject(ByCode).find(urn.manifest, code)).toBeNull();
  });
});

describe('LogWatch', () => {
  const watch = () => TestBed.inject(LogWatch);

  it('proves where a ballot stands, and that the log only grew', async () => {
    const { vote } = await cast();
    const { commitment } = vote.last!.receipt;
    expect(await watch().find(urn.manifest, commitment)).toBeNull();
    await urn.batch();

    expect(await watch().find(urn.manifest, commitment)).toEqual({ index: 1, size: 2 });
  });

  it('sounds the alarm when the log is another than the one seen before, and keeps both', async () => {
    await cast();
    await urn.batch();
    await watch().look(urn.manifest);
    const twin = await urn.rewritten();
    urn.next.push(twin);

    await expect(watch().look(urn.manifest)).rejects.toMatchObject({ code: 'log.split-view' });
  });
});
