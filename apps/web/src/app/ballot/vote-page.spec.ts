import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { base64url } from '@commonthread/ballot-protocol';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import { Session } from '../shell/session/session.js';
import { surviveTranslation } from '../shell/translated/survive-translation.js';
import { translate } from '../shell/translated/translate-for-test.js';
import type { MyRoll, Round } from './ballot-api.js';
import { LOCKS } from './device/booth-door.js';
import { DEVICE_STORE } from './device/device-store.js';
import { draftKey, voteKey } from './device/kept-vote.js';
import { WAIT } from './protocol/cast-vote.js';
import { PassMaker } from './protocol/pass-maker.js';
import { FETCH } from './protocol/urn.js';
import { aRound } from './test-round.js';
import { MemoryStore, TestUrn } from './test-election.js';
import { VotePage } from './vote-page.js';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.defineProperty(globalThis, 'structuredClone', {
  value: (value: unknown) => JSON.parse(JSON.stringify(value)),
});

const quickPasses = {
  begin: async () => ({ blinded: 'blinded' }),
  finish: async () => ({ prefix: base64url(new Uint8Array(32)), signature: base64url(new Uint8Array(384)) }),
};

const aRoll: MyRoll = {
  ...{ onRoll: true, style: 'city', pass: null, claim: null, whyNot: null, frozen: true },
  ...{ minimumAge: 16, ageOn: '2026-12-01' },
};

let urn: TestUrn;
let store: MemoryStore;
let locks: OneAtATime | undefined;
const me = signal<{ id: string } | null>({ id: 'ada' });
let signedOut = 0;

/** What two tabs of a browser share. */
class OneAtATime {
  private readonly held = new Set<string>();

  async request(name: string, ...rest: unknown[]): Promise<unknown> {
    const act = rest.at(-1) as (lock: object | null) => Promise<unknown>;
    if (this.held.has(name)) return act(null);
    this.held.add(name);
    return Promise.resolve(act({ name })).finally(() => this.held.delete(name));
  }
}

const settle = async () => {
  for (let n = 0; n < 12; n++) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    TestBed.tick();
  }
};

beforeEach(async () => {
  sessionStorage.clear();
  urn = await TestUrn.open({ limits: { maxLength: 2 } });
  store = new MemoryStore();
  locks = undefined;
  me.set({ id: 'ada' });
  signedOut = 0;
  const session = {
    ...{ me, known: signal(true), accessToken: signal('t'), holds: () => false },
    signOut: async () => {
      signedOut++;
      me.set(null);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      surviveTranslation(),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: Session, useValue: session },
      { provide: DEVICE_STORE, useValue: store },
      { provide: LOCKS, useFactory: () => locks },
      { provide: PassMaker, useValue: quickPasses },
      { provide: FETCH, useValue: urn.fetch },
      { provide: WAIT, useValue: async () => undefined },
    ],
  });
});

async function visit(round: Partial<Round> = {}, roll: Partial<MyRoll> = {}) {
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(VotePage);
  fixture.componentRef.setInput('slug', 'parks');
  const page = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(page);
  TestBed.tick();
  http
    .expectOne('/api/rounds/parks')
    .flush({ ...aRound, id: urn.manifest.election, paperSha256: '0'.repeat(64), ...round });
  for (const request of http.match('/api/rounds/parks/roll/me')) request.flush({ ...aRoll, ...roll });
  await settle();
  const keys = urn.manifest.styles.map(({ style, issuerKey }) => ({ style, spki: issuerKey }));
  for (const request of http.match('/api/rounds/parks/issuer-keys')) request.flush(keys);
  await settle();
  for (const request of http.match('/api/rounds/parks/ballot-paper')) request.flush({ projects: [] });
  await settle();
  const press = async (name: string, times = 1) => {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent!.trim() === name);
    if (!button) throw new Error(`no button ${name} in ${words()}`);
    for (let n = 0; n < times; n++) button.click();
    await settle();
  };
  const words = () => page.textContent!.replace(/\s+/g, ' ');
  const tick = async (...at: number[]) => {
    const boxes = page.querySelectorAll<HTMLInputElement>('ct-mark-paper input');
    for (const place of at) boxes[place]!.click();
    await settle();
  };
  const pass = async () => {
    http.expectOne('/api/rounds/parks/pass').flush({ election: 'x', style: 'city', blindSignature: 'AA' });
    await settle();
  };
  const bar = () => page.querySelector('.ct-state-bar')?.textContent!.replace(/\s+/g, ' ').trim() ?? '';
  return { page, words, press, tick, pass, bar, close: () => fixture.destroy() };
}

describe('VotePage', () => {
  it('takes a vote from draft to receipt, and a double click sends one ballot', async () => {
    const { bar, tick, press, pass, words, page } = await visit();
    expect(bar()).toContain('Draft This is a draft. It does not count until you cast it.');
    await tick(0, 2);
    await press('Check my choices');
    expect(words()).toContain('Check your choices');
    expect(urn.stored.size).toBe(0);

    await press('Cast my vote', 2);
    await pass();
    expect(urn.stored.size).toBe(1);
    expect(bar()).toContain('Cast Your vote is in the ballot box');
    expect(page.querySelector('[data-testid=change-code]')!.textContent!.trim().split(/\s+/)).toHaveLength(7);
    expect(words()).toContain(
      'Whoever has this code can change your vote, and see it after voting has ended',
    );
    expect([...store.kept.keys()].filter((key) => !key.startsWith('checkpoint/'))).toEqual([]);
  });

  it('refuses to go on with too many, and leads to the choices', async () => {
    const { tick, press, words, page } = await visit();
    await tick(0, 1, 2);
    await press('Check my choices');

    expect(words()).toContain('Choose at most 2. You have chosen 3.');
    page.querySelector<HTMLElement>('ct-error-summary a')!.click();
    expect(document.activeElement!.id).toBe('choices');
  });

  it('counts, says its state and casts while the browser translates every word of it', async () => {
    const { page, tick, press, pass, words, bar } = await visit();
    const tally = () => page.querySelector('.ct-tally [role=status]')!.textContent!.trim();
    for (const [at, count] of [1, 2, 3].entries()) {
      translate(page);
      await tick(at);
      expect(tally()).toBe(count < 3 ? `${count} of up to 2 chosen` : '3 chosen, which is 1 too many');
    }
    translate(page);
    await tick(2);
    await press('Check my choices');
    translate(page);
    await press('Cast my vote');
    translate(page);
    await pass();

    expect(bar()).toContain('Cast Your vote is in the ballot box');
    expect(words()).toContain('Your vote is cast');
    translate(page);
    await press('Change my vote');
    expect(bar()).toMatch(/Draft of a change Your vote from before still counts/);
  });

  it('opens the ballot in one tab at a time, and in the next with what was marked', async () => {
    locks = new OneAtATime();
    const first = await visit();
    await first.tick(1);
    const second = await visit();
    await new Promise((resolve) => setTimeout(resolve, 800));
    await settle();
    expect(second.words()).toContain('Voting is open in another tab');
    expect(second.page.querySelector('ct-booth')).toBeNull();

    first.close();
    await second.press('Go on in this tab');
    TestBed.inject(HttpTestingController).expectOne('/api/rounds/parks/roll/me').flush(aRoll);
    await settle();
    expect(second.words()).toContain('1 of up to 2 chosen');
  });

  it('shows the receipt after a reload, whatever pass another tab has asked for', async () => {
    const { tick, press, pass, close } = await visit();
    await tick(0);
    await press('Check my choices');
    await press('Cast my vote');
    await pass();
    close();
    const begun = { election: urn.manifest.election, style: 'city', seed: 'AAAAAAAAAAAAAAAAAAAAAA', rev: 0 };
    const key = voteKey(urn.manifest.election, 'ada');
    store.kept.set(key, { ...begun, pending: { blinded: 'x' }, pass: null, cast: null, last: null });

    const again = await visit({}, { pass: 'online' });
    expect(again.words()).toContain('Your vote is cast');
    expect(again.words()).toContain('Your change code');
    expect(again.words()).not.toContain('it was not sent');
  });

  it('keeps a draft on the device, for its owner alone', async () => {
    const first = await visit();
    await first.tick(1);
    first.close();

    const again = await visit();
    expect(again.words()).toContain('1 of up to 2 chosen');
    again.close();
    me.set({ id: 'bob' });
    expect((await visit()).words()).toContain('0 of up to 2 chosen');
  });

  it('leaves the old vote standing until the change is cast', async () => {
    const { bar, tick, press, pass, words } = await visit();
    await tick(0);
    await press('Check my choices');
    await press('Cast my vote');
    await pass();
    await press('Change my vote');
    expect(bar()).toContain('Your vote from before still counts, as it is, until you cast this change');
    await press('Leave my vote as it is');
    expect(bar()).toContain('Cast');

    await press('Change my vote');
    await tick(1);
    await press('Check my choices');
    await press('Cast my change');
    expect(bar()).toContain('Changed Your change is in the ballot box');
    expect(words()).toContain('Your vote is changed');
    expect(urn.stored.size).toBe(2);
  });

  it('says “finish your vote” when it was closed before the receipt came, and finishes it once', async () => {
    const first = await visit();
    await first.tick(0);
    await first.press('Check my choices');
    urn.next.push('lost', 'offline', 'offline', 'offline', 'offline');
    await first.press('Cast my vote');
    await first.pass();
    expect(first.bar()).toContain('Not finished');
    expect(first.words()).toContain('Nothing is lost');
    first.close();

    const again = await visit({}, { pass: 'online' });
    expect(again.words()).toContain('Finish your vote');
    await again.press('Finish my vote');
    expect(again.bar()).toContain('Cast');
    expect(urn.stored.size).toBe(1);
  });

  it('wipes a shared device and signs out', async () => {
    const { tick, press, pass, words } = await visit();
    await tick(0);
    await press('Check my choices');
    await press('Cast my vote');
    await pass();
    await press('Finish and wipe this device');

    expect(words()).toContain('This device is clean');
    expect(signedOut).toBe(1);
    expect(sessionStorage.length).toBe(0);
    expect(store.kept.has(voteKey(urn.manifest.election, 'ada'))).toBe(false);
    expect(store.kept.has(draftKey(urn.manifest.election, 'ada'))).toBe(false);
  });

  it('stays where it is when the session is renewed, before the vote and after it', async () => {
    const http = TestBed.inject(HttpTestingController);
    const { tick, press, pass, words, bar } = await visit();
    const renew = async (mine: Partial<MyRoll>) => {
      me.set({ id: 'ada' });
      await settle();
      for (const request of http.match('/api/rounds/parks/roll/me')) request.flush({ ...aRoll, ...mine });
      await settle();
    };
    await tick(0);
    await press('Check my choices');
    await renew({});
    expect(words()).toContain('Check your choices');
    await press('Cast my vote');
    await pass();
    await renew({ pass: 'online' });

    expect(bar()).toContain('Cast');
    expect(words()).toContain('Your change code');
  });

  it('opens no ballot once the ballot box is closed', async () => {
    urn.state = 'closed';

    expect((await visit()).words()).toContain('The ballot box is closed');
  });

  it('does not open a ballot when the ballot box shows another key than the council', async () => {
    const { styles } = urn.manifest;
    urn = await TestUrn.open();
    Object.assign(urn.manifest, { styles });
    const page = await visit({ paperSha256: 'f'.repeat(64) });

    expect(page.words()).toContain(
      'Stop: what the ballot box says about this vote is not what the council published',
    );
    expect(page.bar()).toBe('');
  });

  it('tells somebody who is not on the list what they can do', async () => {
    const late = await visit({}, { onRoll: false, style: null, whyNot: 'too-late' });
    expect(late.words()).toContain('You cannot join it for this vote any more');
    late.close();

    const early = await visit({ state: 'review' }, { onRoll: false, style: null, frozen: false });
    expect(early.words()).toContain('Voters are at least 16 years old on 1 December 2026');
    await early.press('Ask to be on the list of voters');
    expect(early.words()).toContain('Choose what ties you to this place');
  });

  it('says where a vote stands that this device knows nothing of', async () => {
    expect((await visit({}, { pass: 'online' })).words()).toContain('If you have voted, your vote stands');
    expect((await visit({}, { pass: 'paper' })).words()).toContain('You have a paper ballot');
  });

  it('asks strangers to sign in', async () => {
    me.set(null);

    expect((await visit()).words()).toContain('Sign in to get your ballot paper');
  });

  it('says that a draft was not counted once voting is over', async () => {
    expect((await visit({ state: 'counting' })).words()).toContain('A draft on your device was not counted');
  });
});
