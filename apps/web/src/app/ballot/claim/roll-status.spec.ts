import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MyRoll } from '../ballot-api.js';
import { SITE, siteDefaults } from '../../shell/site.js';
import { aRound } from '../test-round.js';
import { RollStatus } from './roll-status.js';

const notYet: MyRoll = {
  ...{ onRoll: false, style: null, pass: null, claim: null, whyNot: 'not-asked', frozen: false },
  ...{ minimumAge: 16, ageOn: '2026-12-01' },
};
const contact = { name: 'the participation team', email: null, phone: '01782 234567' };
const claim = { connection: 'live', askedAt: '2026-11-20T10:00:00Z' } as const;

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 4));
  TestBed.tick();
};

function show(roll: Partial<MyRoll>) {
  const fixture = TestBed.createComponent(RollStatus);
  fixture.componentRef.setInput('round', { ...aRound, rollClosesAt: '2026-12-01T00:00:00Z' });
  fixture.componentRef.setInput('roll', { ...notYet, ...roll });
  const told: MyRoll[] = [];
  fixture.componentInstance.changed.subscribe((mine) => told.push(mine));
  const page = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(page);
  TestBed.tick();
  const type = (id: string, text: string) => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    TestBed.tick();
  };
  const send = async () => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { page, told, type, send, words: () => page.textContent!.replace(/\s+/g, ' ') };
}

describe('RollStatus', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: LOCALE_ID, useValue: 'en-GB' },
        { provide: SITE, useValue: { ...siteDefaults, contact } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  it('asks for the postcode of work only from those who work here, and sends the claim', async () => {
    const { page, told, type, send } = show({});
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    TestBed.tick();
    type('connection-postcode', 'ST1 1AA');
    type('full-name', ' Ada Example ');
    type('house', '7');
    type('postcode', 'ST3 1ZZ');
    await send();
    const call = http.expectOne('/api/rounds/parks/roll/claims');
    expect(call.request.body).toEqual({
      ...{ connection: 'work', fullName: 'Ada Example', house: '7', postcode: 'ST3 1ZZ' },
      connectionPostcode: 'ST1 1AA',
    });
    call.flush({ ...notYet, claim: { ...claim, stage: 'waiting', reason: null, letterSent: false } });
    await settle();

    expect(told[0]!.claim?.stage).toBe('waiting');
  });

  it('keeps what was typed and says why a claim was refused', async () => {
    const { page, type, send, words } = show({});
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]!.click();
    type('full-name', 'Ada Example');
    type('house', '7');
    type('postcode', 'M1 1AA');
    await send();
    const refusal = {
      type: '',
      title: 'postcode.malformed',
      status: 422,
      detail: 'This is not a UK postcode.',
    };
    http.expectOne('/api/rounds/parks/roll/claims').flush(refusal, { status: 422, statusText: 'No' });
    await settle();

    expect(words()).toContain('This is not a UK postcode.');
    expect(page.querySelector<HTMLInputElement>('#postcode')!.value).toBe('M1 1AA');
  });

  it('takes the code of the letter while a claim waits', async () => {
    const { type, send, words, told } = show({
      claim: { ...claim, stage: 'waiting', reason: null, letterSent: true },
    });
    expect(words()).toContain('You asked on 20 November 2026');
    type('letter-code', '7K3MX-Q9D2A');
    await send();
    http.expectOne('/api/rounds/parks/roll/code').flush({ ...notYet, onRoll: true, style: 'all' });
    await settle();

    expect(told[0]!.onRoll).toBe(true);
  });

  it('gives the reason of a refused claim and lets its owner ask again', () => {
    const { words } = show({
      claim: { ...claim, stage: 'refused', reason: 'No such house.', letterSent: false },
    });

    expect(words()).toContain('No such house.');
    expect(words()).toContain('Ask to be on the list of voters');
  });

  it('says until when one can ask, and once it is too late, whom to phone', () => {
    expect(show({}).words()).toContain('You can ask to be put on it until the end of 30 November 2026.');
    const late = show({ frozen: true });
    expect(late.words()).toContain('where you can vote on paper, ask the participation team, 01782 234567.');
    expect(late.page.querySelector('form')).toBeNull();
  });
});
