import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sentOnce } from './sent-once.js';

describe('a form that is sent', () => {
  let http: HttpClient;
  let calls: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([sentOnce])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpClient);
    calls = TestBed.inject(HttpTestingController);
  });

  const send = (body: object = { text: 'Good idea' }, url = '/api/proposals/7/comments') => {
    http.post(url, body).subscribe({ error: () => {} });
    return calls.expectOne(url);
  };
  const keyOf = (call: ReturnType<typeof send>) => call.request.headers.get('Idempotency-Key');

  it('carries a key of its own, another one each time it was answered', () => {
    const first = send();
    expect(keyOf(first)).toMatch(/^[0-9a-f]{32}$/);
    first.flush({});
    const second = send();
    expect(keyOf(second)).not.toBe(keyOf(first));
    second.flush({ title: 'proposal.not-open-for-comments' }, { status: 409, statusText: 'no' });
    expect(keyOf(send())).not.toBe(keyOf(second));
  });

  it('carries the same key again when no answer came, or only one from on the way', () => {
    const first = send();
    first.error(new ProgressEvent('error'));
    const second = send();
    expect(keyOf(second)).toBe(keyOf(first));
    second.flush('', { status: 502, statusText: 'bad gateway' });
    const third = send();
    expect(keyOf(third)).toBe(keyOf(first));
    third.flush({ title: 'request.still-under-way' }, { status: 409, statusText: 'wait' });
    expect(keyOf(send())).toBe(keyOf(first));
  });

  it('has another key when something else is in it', () => {
    const first = send();
    first.error(new ProgressEvent('error'));
    expect(keyOf(send({ text: 'Bad idea' }))).not.toBe(keyOf(first));
    const file = (content: string) => {
      const form = new FormData();
      form.set('file', new File([content], 'voters.csv', { lastModified: 1 }));
      return form;
    };
    const upload = send(file('a'), '/api/imports');
    upload.error(new ProgressEvent('error'));
    const again = send(file('a'), '/api/imports');
    expect(keyOf(again)).toBe(keyOf(upload));
    again.error(new ProgressEvent('error'));
    expect(keyOf(send(file('ab'), '/api/imports'))).not.toBe(keyOf(upload));
  });

  it('goes to the ballot box without one, and so does what only reads', () => {
    expect(keyOf(send({}, '/urn/rounds/x/ballots'))).toBeNull();
    http.get('/api/rounds').subscribe();
    expect(calls.expectOne('/api/rounds').request.headers.has('Idempotency-Key')).toBe(false);
  });
});
