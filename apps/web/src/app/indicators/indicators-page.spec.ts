import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { describe, expect, it } from '@jest/globals';
import { IndicatorsPage } from './indicators-page.js';

const theme: Api<'ThemeDto'> = {
  number: 3,
  name: 'Belonging',
  riskFactors: [{ code: 'R3.1', name: 'Isolation', use: 'Followed by survey.' }],
  questions: [{ code: 'Q9', text: 'Where do people meet discrimination?', themes: [3, 5] }],
  indicators: [
    {
      code: '3.2',
      name: 'Loneliness',
      theme: 3,
      polarity: 'lower-is-better',
      useWithCare: null,
      latest: null,
      aims: 2,
    },
  ],
};

describe('IndicatorsPage', () => {
  async function show(themes: Api<'ThemeDto'>[]) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(IndicatorsPage);
    TestBed.tick();
    TestBed.inject(HttpTestingController).expectOne('/api/indicators').flush(themes);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('puts what is measured, asked and watched together under each theme', async () => {
    const page = await show([theme]);
    const words = page.querySelector('.ct-theme')!.textContent!.replace(/\s+/g, ' ');

    expect(words).toContain('3. Belonging');
    expect(words).toContain('Nobody has measured this here yet.');
    expect(words).toContain('2 decisions aim at this');
    expect(words).toContain('Where do people meet discrimination? (also asked for theme 5)');
    expect(words).toContain('Isolation');
    expect(page.querySelector('.ct-indicator a')!.getAttribute('href')).toBe('/indicators/3.2');
  });

  it('says so when there are none', async () => {
    expect((await show([])).textContent).toContain('No indicators have been set up yet');
  });
});
