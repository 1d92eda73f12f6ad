import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  ballotLineText,
  base64url,
  changeCode,
  commitmentOf,
  credentialFrom,
  makeCast,
  type Cast,
  type Receipt,
} from '@commonthread/ballot-protocol';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import { DEVICE_STORE } from '../device/device-store.js';
import { FETCH } from '../protocol/urn.js';
import { MemoryStore, TestUrn } from '../test-election.js';
import { aRound } from '../test-round.js';
import { CheckPage } from './check-page.js';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.defineProperty(globalThis, 'structuredClone', {
  value: (value: unknown) => JSON.parse(JSON.stringify(value)),
});

const seed = new Uint8Array(16).fill(5);
const pass = { prefix: new Uint8Array(32), signature: new Uint8Array(384) };
let urn: TestUrn;
let receipt: Receipt;
let cast: Cast;

const settle = async () => {
  for (let n = 0; n < 12; n++) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    TestBed.tick();
  }
};

beforeEach(async () => {
  urn = await TestUrn.open();
  const { election } = urn.manifest;
  cast = makeCast(credentialFrom(seed), { election, style: 'city', rev: 1, choices: ['mural'] }, pass);
  const answer = await urn.fetch('/urn/cast', { method: 'POST', body: JSON.stringify(cast) });
  receipt = (await answer.json()) as Receipt;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: DEVICE_STORE, useValue: new MemoryStore() },
      { provide: FETCH, useValue: urn.fetch },
    ],
  });
});

async function check(typed: string): Promise<string> {
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(CheckPage);
  fixture.componentRef.setInput('slug', 'parks');
  const page = fixture.nativeElement as HTMLElement;
  TestBed.tick();
  const paperSha256 = '0'.repeat(64);
  http.expectOne('/api/rounds/parks').flush({ ...aRound, id: urn.manifest.election, paperSha256 });
  await settle();
  const keys = urn.manifest.styles.map(({ style, issuerKey }) => ({ style, spki: issuerKey }));
  http.expectOne('/api/rounds/parks/issuer-keys').flush(keys);
  http.expectOne('/api/rounds/parks/ballot-paper').flush({ projects: [] });
  await settle();
  const field = page.querySelector('textarea')!;
  field.value = typed;
  field.dispatchEvent(new Event('input'));
  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
  return page.textContent!.replace(/\s+/g, ' ');
}

/** Ends the vote and publishes its ballots. */
async function publish(): Promise<void> {
  await urn.batch();
  const { header, body, credSig } = cast;
  const passText = { passPrefix: cast.pass!.prefix, passSig: cast.pass!.signature };
  urn.ballots = `${ballotLineText({ leaf: 1, source: 'online', header, body, credSig, ...passText })}\n`;
  urn.state = 'finished';
}

describe('CheckPage', () => {
  it('says that a receipt is genuine, and that its ballot is not in the log yet', async () => {
    const words = await check(JSON.stringify(receipt));

    expect(words).toContain('The receipt is genuine.');
    expect(words).toContain('It is not in the public log yet.');
  });

  it('proves in the browser where the ballot stands in the log', async () => {
    await urn.batch();

    expect(await check(receipt.commitment)).toContain('It is in the public log, entry 1 of 2.');
  });

  it('shows after the end that the ballot was counted, and what it says', async () => {
    await publish();
    const words = await check(JSON.stringify(receipt));

    expect(words).toContain('It was counted.');
    expect(words).toContain('A mural on the library');
  });

  it('finds the counted ballot by the change code after the end', async () => {
    await publish();
    const words = await check(changeCode(seed));

    expect(words).toContain('It is in the public log');
    expect(words).toContain('It was counted.');
  });

  it('says before the end what the change code tells, without sending the code', async () => {
    const words = await check(changeCode(seed));

    expect(words).toContain('A vote was cast with this code. It was not changed since.');
    expect(JSON.stringify(urn.asked)).not.toContain(changeCode(seed).replaceAll(' ', ''));
    expect(JSON.stringify(urn.asked)).not.toContain(base64url(seed));
  });

  it('sounds the alarm for a receipt the ballot box did not sign', async () => {
    const forged = { ...receipt, signature: base64url(new Uint8Array(64)) };

    expect(await check(JSON.stringify(forged))).toContain('Stop: the receipt the ballot box gave');
  });

  it('sounds the alarm when the published ballot is not the one in the log', async () => {
    await publish();
    urn.ballots = urn.ballots!.replace('mural', 'ramp');
    const words = await check(JSON.stringify(receipt));

    expect(words).toContain('Stop: the public log of ballots does not fit');
    expect(words).not.toContain('It was counted');
  });

  it('tells typing mistakes and other rounds apart', async () => {
    expect(await check('RMGY 72YV')).toContain('look for a typing mistake');
    const other = { ...receipt, election: 'another' };
    TestBed.inject(HttpTestingController).match(() => true);
    expect(await check(JSON.stringify(other))).toContain('This receipt is from another round');
    expect(base64url(commitmentOf(cast.header, cast.body))).toBe(receipt.commitment);
  });
});
