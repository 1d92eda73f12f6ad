import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session } from '../../shell/session/session.js';
import { ListeningPage } from './listening-page.js';

const stoke = { slug: 'stoke', name: 'Stoke', kind: 'council', parentSlug: null };
const spoken = {
  id: 's1',
  host: 'Thursday lunch club',
  said: 'The bench should have a back.',
  people: '6-10',
  recordedAt: '2026-11-20T12:00:00Z',
  roundSlug: 'north',
  roundTitle: 'Northern fund',
  proposalNumber: 7,
  proposalTitle: 'A bench by the pond',
  decisionNumber: null,
  standing: 'not-taken-forward',
  answered: true,
  reason: 'The land is private.',
};

describe('ListeningPage', () => {
  let fixture: ComponentFixture<ListeningPage>;
  let http: HttpTestingController;
  const page = () => fixture.nativeElement as HTMLElement;
  const words = () => page().textContent.replace(/\s+/g, ' ');
  const type = (id: string, value: string) => {
    const field = page().querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const press = async () => {
    page().querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    const me = {
      id: '1',
      displayName: 'Facilitator',
      email: 'f@demo.example',
      youngMember: false,
      roles: [{ role: 'facilitator', place: stoke, from: '2020-01-01', to: null }],
      secondFactor: 'on',
      homePlace: null,
    };
    TestBed.inject(Session).take({ accessToken: 't', expiresInSeconds: 600, me } as never);
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ListeningPage);
    TestBed.tick();
    http.expectOne('/api/places').flush([stoke]);
    http
      .expectOne('/api/rounds')
      .flush([{ slug: 'north', title: 'Northern fund', state: 'ideas', imported: false }]);
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    http.expectOne('/api/places/stoke/spoken').flush([spoken]);
    await fixture.whenStable();
  });

  it('shows what became of what was said, by the house it came from', () => {
    expect(words()).toContain('Thursday lunch club');
    expect(words()).toContain('“The bench should have a back.”');
    expect(words()).toContain('Why: The land is private.');
  });

  it('asks for what is missing without asking the API', async () => {
    await press();
    expect(page().querySelectorAll('.govuk-error-summary a')).toHaveLength(4);
    expect(words()).toContain('Only write down what people have agreed to');
  });

  it('sends what was said, and keeps the words when it is refused', async () => {
    type('host', 'School gate');
    type('said', 'Call 01782 234 234 about the crossing');
    page().querySelector<HTMLInputElement>('#people')!.click();
    page().querySelector<HTMLInputElement>('#consent')!.click();
    await press();
    const call = http.expectOne('/api/contributions/spoken');
    expect(call.request.body).toEqual({
      placeSlug: 'stoke',
      host: 'School gate',
      roundSlug: 'north',
      said: 'Call 01782 234 234 about the crossing',
      people: '1',
      consent: true,
    });
    const message = 'Leave out names, addresses, telephone numbers and postcodes.';
    const code = 'spoken.reaches-somebody';
    call.flush(
      { type: 'x', title: code, status: 422, detail: message, errors: [{ field: 'said', code, message }] },
      { status: 422, statusText: 'no' },
    );
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();

    expect(page().querySelector('#said-error')!.textContent).toContain(message);
    expect(page().querySelector<HTMLTextAreaElement>('#said')!.value).toContain('the crossing');
  });
});
