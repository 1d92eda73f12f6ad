import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { BallotPaperPage } from './ballot-paper-page.js';
import { aRound } from './test-round.js';

const canonical = '{"format":"commonthread-ballot-paper/1","title":"Café & park"}';
const sha256 = createHash('sha256').update(canonical).digest('hex');
const projects = [{ ballotId: '7', proposalNumber: 107, title: 'Benches', costPence: 120050 }];

describe('BallotPaperPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
    Object.assign(globalThis, { TextEncoder });
  });

  async function show(published: string | null) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(BallotPaperPage);
    fixture.componentRef.setInput('slug', 'parks');
    TestBed.tick();
    http.expectOne('/api/rounds/parks').flush({ ...aRound, paperSha256: published });
    const paper = http.expectOne('/api/rounds/parks/ballot-paper');
    if (published) paper.flush({ sha256: published, frozenAt: '2026-12-01T00:00:00Z', canonical, projects });
    else paper.flush({ title: 'round.paper-not-frozen' }, { status: 404, statusText: 'Not found' });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const check = async () => {
      [...page.querySelectorAll('button')].find((b) => b.textContent!.includes('Check it'))!.click();
      const said = () => page.querySelector('[role=status]')!.textContent!;
      for (let tries = 0; !said() && tries < 100; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        TestBed.tick();
      }
      return said();
    };
    return { page, text: page.textContent!, check };
  }

  it('shows the projects, the fingerprint and the exact command', async () => {
    const { page, text } = await show(sha256);

    expect(text).toContain('£1,200.50');
    expect(text).toContain(sha256);
    expect(text).toContain('sha256sum ballot-paper-parks.json');
    expect(page.querySelector('a[href="/proposals/107"]')).not.toBeNull();
  });

  it('carries the exact text that was hashed as a download', async () => {
    const link = (await show(sha256)).page.querySelector('a[download]')!;

    expect(link.getAttribute('download')).toBe('ballot-paper-parks.json');
    expect(decodeURIComponent(link.getAttribute('href')!.split(',').slice(1).join(','))).toBe(canonical);
  });

  it('computes the fingerprint again in the browser', async () => {
    expect(await (await show(sha256)).check()).toContain('It is the same.');
  });

  it('says so when the paper is not the published one', async () => {
    expect(await (await show('00'.repeat(32))).check()).toContain('It is not the same.');
  });

  it('says when the paper will be made and leads back', async () => {
    const { page, text } = await show(null);

    expect(text).toContain('There is no ballot paper yet');
    expect(page.querySelector('ct-empty-state a[href="/rounds/parks"]')).not.toBeNull();
  });
});
