import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { SITE } from './site.js';

/** Whom to phone or write to, with links: inside a paragraph, after the words that say what for. */
@Component({
  selector: 'ct-contact-line',
  template: `
    <ng-container>{{ contact.name }}</ng-container>
    @if (contact.phone; as phone) {
      <ng-container>,&ngsp;</ng-container><a class="govuk-link" [href]="dial()">{{ phone }}</a>
    }
    @if (contact.email; as email) {
      <ng-container>,&ngsp;</ng-container
      ><a class="govuk-link ct-anywhere" [href]="'mailto:' + email">{{ email }}</a>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactLine {
  protected readonly contact = inject(SITE).contact;
  protected readonly dial = computed(() => `tel:${this.contact.phone?.replace(/[^+\d]/g, '')}`);
}
