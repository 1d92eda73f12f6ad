import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TransferState } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SENT_FORM_STATE } from '../shell/sent-form.js';
import { UnsubscribePage } from './unsubscribe-page.js';

describe('UnsubscribePage', () => {
  let fixture: ComponentFixture<UnsubscribePage>;
  let api: HttpTestingController;
  const page = () => fixture.nativeElement as HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    api = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(UnsubscribePage);
  });

  it('does nothing when it is opened and stops with one press', async () => {
    fixture.componentRef.setInput('token', 'abc');
    TestBed.tick();
    api.verify();

    page().querySelector<HTMLButtonElement>('#stop')!.click();
    api.expectOne({ method: 'POST', url: '/api/notices/unsubscribe?token=abc' }).flush('stopped');
    await fixture.whenStable();
    expect(page().querySelector('h1')!.textContent).toContain('You will get no more of these e-mails');
  });

  it('says what to do with a link that is not whole', async () => {
    TestBed.tick();
    expect(page().textContent).toContain('This link is not whole');
    expect(page().querySelector('form')).toBeNull();
  });

  it('says what the API refused', async () => {
    fixture.componentRef.setInput('token', 'abc');
    TestBed.tick();
    page().querySelector<HTMLButtonElement>('#stop')!.click();
    const body = JSON.stringify({
      title: 'notices.link-unknown',
      detail: 'This link is not whole.',
      status: 404,
    });
    api.expectOne('/api/notices/unsubscribe?token=abc').flush(body, { status: 404, statusText: 'Not Found' });
    await fixture.whenStable();

    expect(page().querySelector('.govuk-error-summary')).not.toBeNull();
  });

  it.each([
    [200, null, 'You will get no more of these e-mails'],
    [404, { title: 'notices.link-unknown', detail: 'This link is not whole.', status: 404 }, 'not whole'],
    [503, null, 'could not reach the service'],
  ])('answers the button that was pressed without JavaScript: %d', (status, answer, words) => {
    TestBed.inject(TransferState).set(SENT_FORM_STATE, { values: {}, status, answer });
    const sent = TestBed.createComponent(UnsubscribePage);
    sent.componentRef.setInput('token', 'abc');
    TestBed.tick();

    expect((sent.nativeElement as HTMLElement).textContent).toContain(words);
  });
});
