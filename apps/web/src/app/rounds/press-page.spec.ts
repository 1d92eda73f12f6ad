import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aSheet } from '../shell/press-sheet/a-sheet.js';
import { PressPage } from './press-page.js';

describe('PressPage', () => {
  const pasted: string[] = [];
  beforeEach(() => {
    pasted.length = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
  });

  const clipboard = (writeText: (text: string) => Promise<void>): void => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  };

  async function show(sheet: object | null = aSheet): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(PressPage);
    fixture.componentRef.setInput('slug', 'streets');
    TestBed.tick();
    const call = TestBed.inject(HttpTestingController).expectOne('/api/rounds/streets/press');
    if (sheet) call.flush(sheet);
    else call.flush({ title: 'outcome.not-published' }, { status: 404, statusText: 'answer' });
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
  const words = (page: HTMLElement): string => page.textContent!.replace(/\s+/g, ' ');
  async function press(page: HTMLElement, label: string): Promise<void> {
    [...page.querySelectorAll('button')].find((each) => each.textContent!.includes(label))!.click();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }

  it('tells the outcome with its figures, reasons, and where to check and ask', async () => {
    const page = await show();

    expect(page.querySelector('h1')!.textContent).toBe('A crossing for the school');
    expect(words(page)).toContain('Lights (£20,000, 1 vote). It cost more than was left.');
    expect(page.querySelector('a[href$="/rounds/streets/results"]')).not.toBeNull();
    expect(page.querySelector('a[href="mailto:team@council.example"]')).not.toBeNull();
    expect(words(page)).not.toContain('DRAFT');
    expect(TestBed.inject(Title).getTitle()).toContain('Press sheet: Safer streets');
  });

  it('marks a draft', async () => {
    expect(words(await show({ ...aSheet, draft: true, publishedAt: null }))).toContain('DRAFT.');
  });

  it('copies itself as text, and offers the text where a browser does not allow that', async () => {
    clipboard(async (text) => void pasted.push(text));
    const page = await show();
    await press(page, 'Copy as text');
    expect(pasted[0]).toContain('Chosen\n- Crossing');
    expect(words(page)).toContain('Copied');

    clipboard(() => Promise.reject(new Error('no')));
    await press(page, 'Copy as text');
    expect(words(page)).toContain('select the text below and copy it');
    expect(page.querySelector('details')!.open).toBe(true);
  });

  it('is not there before it is published', async () => {
    expect(words(await show(null))).toContain('Page not found');
  });
});
