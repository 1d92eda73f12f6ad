import { isPlatformBrowser } from '@angular/common';
import { inject, Injectable, makeStateKey, PLATFORM_ID, TransferState } from '@angular/core';

/** A form that was sent without JavaScript, and what the API answered. */
export interface SentForm {
  /** What was typed, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly status: number;
  /** As the API wrote it: what was asked for, or a problem document. */
  readonly answer: unknown;
}

export const SENT_FORM_STATE = makeStateKey<SentForm>('sent form');

/** Of the one page that answers a form; none on every other page. */
@Injectable({ providedIn: 'root' })
export class SentForms {
  private readonly state = inject(TransferState);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  /** The browser finds it in the page it was sent, once: the next page with a form is a new one. */
  take(): SentForm | null {
    const sent = this.state.get<SentForm | null>(SENT_FORM_STATE, null);
    if (this.inBrowser) this.state.remove(SENT_FORM_STATE);
    return sent;
  }
}
