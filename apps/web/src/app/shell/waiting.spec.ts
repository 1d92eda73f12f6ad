import { HttpErrorResponse } from '@angular/common/http';
import { RESPONSE_INIT, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { Waiting } from './waiting.js';

function show(failure: Error | undefined, wholePage: boolean) {
  const response: ResponseInit = {};
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: RESPONSE_INIT, useValue: response }],
  });
  const fixture = TestBed.createComponent(Waiting);
  fixture.componentRef.setInput('resource', { error: signal(failure) });
  fixture.componentRef.setInput('what', 'the round');
  fixture.componentRef.setInput('wholePage', wholePage);
  TestBed.tick();
  return { response, text: (fixture.nativeElement as HTMLElement).textContent };
}
const answered = (status: number) => new HttpErrorResponse({ status });

describe('Waiting', () => {
  it('says what is coming', () => {
    expect(show(undefined, true)).toEqual({
      response: {},
      text: expect.stringContaining('Fetching the round'),
    });
  });

  it.each([
    [404, 404, 'Page not found'],
    [400, 404, 'Page not found'],
    [422, 404, 'Page not found'],
    [500, 503, 'could not be shown'],
    [0, 503, 'could not be shown'],
  ])('answers for a page whose record came back as %d with %d', (from, status, text) => {
    expect(show(answered(from), true)).toEqual({ response: { status }, text: expect.stringContaining(text) });
  });

  it('leaves the page standing when only a part of it is missing', () => {
    expect(show(answered(500), false)).toEqual({
      response: {},
      text: expect.stringContaining('We could not fetch the round'),
    });
  });
});
