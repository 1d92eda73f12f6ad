import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AttachForm } from './attach-form.js';
import type { Attachment } from './attachments-api.js';

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};
const aPicture: Attachment = {
  id: 'p1',
  kind: 'image',
  alt: 'The pond from the gate',
  width: 800,
  height: 600,
  bytes: 90_000,
  url: '/api/attachments/p1/800.webp',
  srcset: '/api/attachments/p1/320.webp 320w',
  addedAt: '2026-11-01T10:00:00Z',
};

describe('AttachForm', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  });

  async function show(items: Attachment[] = []) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(AttachForm);
    let changes = 0;
    fixture.componentInstance.changed.subscribe(() => changes++);
    fixture.componentRef.setInput('owner', { ownerKind: 'proposal', ownerId: '7' });
    fixture.componentRef.setInput('items', items);
    TestBed.tick();
    const page = fixture.nativeElement as HTMLElement;
    const choose = (file: File): void => {
      const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(field, 'files', { value: [file] });
      field.dispatchEvent(new Event('change'));
    };
    const describeIt = (words: string): void => {
      const field = page.querySelector('textarea')!;
      field.value = words;
      field.dispatchEvent(new Event('input'));
    };
    const send = async (): Promise<void> => {
      page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const words = (): string => page.textContent!.replace(/\s+/g, ' ');
    return { http, page, choose, describeIt, send, words, changes: () => changes };
  }

  it('asks for a file and for words before anything is sent', async () => {
    const { http, send, words } = await show();
    await send();

    expect(words()).toContain('Choose a file first');
    expect(words()).toContain('Say what it shows, for people who cannot see it');
    http.expectNone('/api/attachments');
  });

  it('sends the picture with its words and says so', async () => {
    const { http, choose, describeIt, send, words, changes } = await show();
    choose(new File(['x'], 'pond.jpg', { type: 'image/jpeg' }));
    describeIt(' The pond from the gate ');
    await send();
    expect(words()).toContain('Sending the file. Keep this page open.');
    const call = http.expectOne('/api/attachments');
    const form = call.request.body as FormData;
    expect([form.get('ownerKind'), form.get('ownerId'), form.get('alt')]).toEqual([
      'proposal',
      '7',
      'The pond from the gate',
    ]);
    call.flush(aPicture);
    await settle();

    expect(words()).toContain('It was added.');
    expect(changes()).toBe(1);
  });

  it('keeps what was typed when the file is refused', async () => {
    const { http, page, choose, describeIt, send, words } = await show();
    choose(new File(['<svg/>'], 'pond.jpg'));
    describeIt('The pond from the gate');
    await send();
    http.expectOne('/api/attachments').flush(
      {
        title: 'attachment.type-refused',
        detail: 'no',
        errors: [{ field: 'file', code: 'attachment.type-refused', message: 'Choose a JPEG.' }],
      },
      { status: 422, statusText: 'no' },
    );
    await settle();

    expect(words()).toContain('Choose a JPEG.');
    expect(page.querySelector('textarea')!.value).toBe('The pond from the gate');
  });

  it('removes one, and offers no sixth', async () => {
    const five = [1, 2, 3, 4, 5].map((n) => ({ ...aPicture, id: `p${n}` }));
    const { http, page, words, changes } = await show(five);
    expect(words()).toContain('That is as many as there can be: 5.');
    page.querySelector<HTMLButtonElement>('button')!.click();
    http.expectOne({ method: 'DELETE', url: '/api/attachments/p1' }).flush(null);
    await settle();

    expect([words().includes('It was removed.'), changes()]).toEqual([true, 1]);
  });
});
