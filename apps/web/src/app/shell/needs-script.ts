import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { whomToAsk } from './contact-words.js';
import { SITE } from './site.js';

/**
 * The first thing in a form that cannot be sent without JavaScript, so that nobody fills it in for nothing. Plain text:
 * a browser that runs scripts reads what is inside `noscript` as text.
 */
@Component({
  selector: 'ct-needs-script',
  template: `<noscript class="govuk-inset-text ct-line" i18n
    >What you enter here can only be sent with JavaScript, and it is switched off in your browser. Switch it
    on and load the page again, use another browser, or ask {{ whom }}.</noscript
  >`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeedsScript {
  protected readonly whom = whomToAsk(inject(SITE).contact);
}
