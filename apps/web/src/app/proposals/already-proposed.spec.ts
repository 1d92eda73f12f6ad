import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AlreadyProposed } from './already-proposed.js';
import { aProposal } from './test-proposal.js';

describe('AlreadyProposed', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function write(title: string) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(AlreadyProposed);
    fixture.componentRef.setInput('number', 7);
    fixture.componentRef.setInput('round', 'parks');
    fixture.componentRef.setInput('title', title);
    const rest = async () => {
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(800);
      TestBed.tick();
    };
    const asked = () => http.match(({ url }) => url === '/api/proposals/similar');
    const page = fixture.nativeElement as HTMLElement;
    return { http, fixture, page, rest, asked, text: () => page.textContent!.replace(/\s+/g, ' ') };
  }

  it('asks once typing rests, tells politely what it found, and lets it be supported', async () => {
    const { http, fixture, page, rest, asked, text } = await write('Benches by the canal');
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(300);
    fixture.componentRef.setInput('title', 'Benches by the canals');
    expect(asked()).toHaveLength(0);
    await rest();
    const [call] = asked();
    expect(call!.request.params.get('title')).toBe('Benches by the canals');
    expect(call!.request.params.get('except')).toBe('7');
    expect(call!.request.params.has('summary')).toBe(false);
    call!.flush([{ proposal: aProposal, score: 0.6, because: ['title'] }]);
    await rest();
    expect(page.querySelector('[role=status]')!.textContent).toContain('1 similar proposal');

    page.querySelector('button')!.click();
    http.expectOne({ method: 'PUT', url: '/api/proposals/101/support' }).flush(null);
    await rest();
    expect(text()).toContain('Your support is counted.');
  });

  it('stays silent where nothing is alike and before there is a title', async () => {
    const { asked, fixture, rest, text } = await write('Ben');
    await rest();
    expect(asked()).toHaveLength(0);
    fixture.componentRef.setInput('title', 'A mural');
    await rest();
    asked()[0]!.flush([]);
    await rest();
    expect(text().trim()).toBe('');
  });
});
