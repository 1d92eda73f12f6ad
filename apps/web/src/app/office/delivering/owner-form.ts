import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

/** Names the organisation and office that see a project built. */
@Component({
  selector: 'ct-owner-form',
  imports: [Button, ErrorSummary, TextInput],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    <form method="post" novalidate (submit)="send($event)">
      <ct-text-input
        fieldId="owner-body"
        label="Organisation or department"
        i18n-label
        hint="Public. Not the name of a person."
        i18n-hint
        [error]="act.errorFor('owner-body')"
        [(value)]="ownerBody"
      />
      <ct-text-input
        fieldId="contact-office"
        label="Office that answers questions"
        i18n-label
        hint="Public: its name, counter hours, the office’s telephone or mail address."
        i18n-hint
        [error]="act.errorFor('contact-office')"
        [(value)]="contactOffice"
      />
      <button ctButton="secondary" type="submit" [busy]="act.busy()" i18n>Save who delivers it</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerForm {
  private readonly api = inject(DeliveringApi);

  readonly delivery = input.required<Delivery>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('owner-body', {
    ownerBody: 'owner-body',
    contactOffice: 'contact-office',
  });
  protected readonly ownerBody = linkedSignal(() => this.delivery().ownerBody ?? '');
  protected readonly contactOffice = linkedSignal(() => this.delivery().contactOffice ?? '');

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [ownerBody, contactOffice] = [this.ownerBody().trim(), this.contactOffice().trim()];
    const wrong = [
      ...(ownerBody.length < 2
        ? [{ fieldId: 'owner-body', message: $localize`Enter the organisation that delivers it` }]
        : []),
      ...(contactOffice.length < 2
        ? [{ fieldId: 'contact-office', message: $localize`Enter the office that answers questions` }]
        : []),
    ];
    if (wrong.length > 0) return this.act.refuse(wrong);
    await this.act.run(async () =>
      this.changed.emit(await this.api.nameOwner(this.delivery().number, { ownerBody, contactOffice })),
    );
  }
}
