import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { expect } from '@jest/globals';
import { type Role, Session } from '../shell/session/session.js';

export const STOKE: Api<'PlaceRefDto'> = { slug: 'stoke', name: 'Stoke-on-Trent', kind: 'council' };
export const PLACES = [
  { ...STOKE, code: null, parentSlug: null, population: null, validFrom: '2000-01-01', validTo: null },
  {
    slug: 'bentilee',
    name: 'Bentilee',
    kind: 'ward' as const,
    code: null,
    parentSlug: 'stoke',
    population: null,
    validFrom: '2000-01-01',
    validTo: null,
  },
];

/** Opens pages of the office for somebody with a role, and reads and uses them as a person does. */
export class TestDesk {
  readonly http: HttpTestingController;
  /** Addresses the page went to, other than its own questions. */
  readonly went: string[] = [];

  constructor(role: Role = 'officer') {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    TestBed.inject(Session).take({
      accessToken: 'token',
      expiresInSeconds: 600,
      me: {
        id: 'me',
        displayName: 'Officer',
        email: 'officer@example.org',
        youngMember: false,
        roles: [{ role, place: STOKE, from: '2026-01-01', to: null }],
        secondFactor: 'on',
        homePlace: null,
      },
    });
    const router = TestBed.inject(Router);
    router.navigateByUrl = (url) => Promise.resolve(this.went.push(String(url)) > 0);
    router.navigate = (commands) => Promise.resolve(this.went.push(commands.join('/')) > 0);
  }

  async open(page: Type<unknown>, inputs: Readonly<Record<string, unknown>> = {}): Promise<TestPage> {
    const fixture = TestBed.createComponent(page);
    const set = (more: Readonly<Record<string, unknown>>): void => {
      for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
    };
    set(inputs);
    await settle();
    return new TestPage(fixture.nativeElement as HTMLElement, set);
  }

  /** Answers the next call to an address and gives what was sent. */
  async answer(url: string, body: unknown, status = 200): Promise<unknown> {
    const call = this.http.expectOne((request) => request.urlWithParams === url);
    call.flush(body as object | null, { status, statusText: 'answer' });
    await settle();
    return call.request.body;
  }

  /** Answers what the first page asks about a round: nothing waits, unless said otherwise. */
  async answerQueues(
    slug: string,
    state: string,
    { roll = {}, voting = {}, reissues = [] }: { roll?: object; voting?: object; reissues?: object[] } = {},
  ): Promise<void> {
    const at = `/api/rounds/${slug}`;
    const give = (url: string, body: object): void =>
      this.http.match((request) => request.urlWithParams === url).forEach((call) => call.flush(body));
    if (state === 'ideas' || state === 'review') give(`${at}/roll`, { waiting: 0, frozen: false, ...roll });
    if (state === 'voting') give(`${at}/roll/reissues`, reissues);
    give(`${at}/voting`, { stage: 'open', office: null, ...voting });
    await settle();
  }

  /** Whether the page has asked this address and waits. */
  asked(url: string): boolean {
    return this.http.match((request) => request.urlWithParams === url).length > 0;
  }
}

export class TestPage {
  constructor(
    private readonly element: HTMLElement,
    readonly set: (inputs: Readonly<Record<string, unknown>>) => void,
  ) {}

  get words(): string {
    return this.element.textContent!.replace(/\s+/g, ' ').trim();
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.element.querySelector<T>(selector);
    expect(found).not.toBeNull();
    return found!;
  }

  get links(): string[] {
    return [...this.element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  }

  has(selector: string): boolean {
    return this.element.querySelector(selector) !== null;
  }

  type(id: string, value: string): void {
    const field = this.find<HTMLInputElement>(`#${id}`);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    TestBed.tick();
  }

  day(id: string, day: number, month: number, year: number): void {
    this.type(id, String(day));
    this.type(`${id}-month`, String(month));
    this.type(`${id}-year`, String(year));
  }

  async choose(value: string): Promise<void> {
    this.find<HTMLInputElement>(`input[value="${value}"]`).click();
    await settle();
  }

  /** Presses the button whose words begin so. */
  async press(words: string): Promise<void> {
    const buttons = [...this.element.querySelectorAll<HTMLElement>('button, a[ctButton]')];
    const button = buttons.find((each) => each.textContent!.trim().startsWith(words));
    expect(button?.textContent).toContain(words);
    button!.click();
    await settle();
  }
}

export async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

/** A refusal as the API words it. */
export const refusal = (title: string, more: object = {}): object => ({
  type: `urn:commonthread:${title}`,
  title,
  status: 409,
  detail: 'The API says no.',
  ...more,
});
