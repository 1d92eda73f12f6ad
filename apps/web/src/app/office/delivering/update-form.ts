import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { AttachForm } from '../../shell/attachments/attach-form.js';
import { AttachmentsApi } from '../../shell/attachments/attachments-api.js';
import { lastValue } from '../../shell/last-value.js';
import { Act } from '../act.js';
import { DeliveringApi, type Delivery } from './delivering-api.js';

/** A few words about a project, then its photos: made for a phone on site. */
@Component({
  selector: 'ct-update-form',
  imports: [AttachForm, Button, ErrorSummary, Textarea],
  template: `
    @if (told(); as owner) {
      <p class="govuk-body govuk-!-font-weight-bold" role="status" i18n>
        It is told. Add photos to it, or go on.
      </p>
      <ct-attach-form [owner]="owner" [items]="pictures() ?? []" (changed)="attached.reload()" />
      <button ctButton="secondary" type="button" (click)="told.set(undefined)" i18n>
        Tell something else
      </button>
    } @else {
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <form method="post" novalidate (submit)="send($event)">
        <ct-textarea
          fieldId="update-words"
          label="What has happened?"
          i18n-label
          hint="Public at once, and those who took part hear of it. You can add photos in the next step."
          i18n-hint
          [rows]="4"
          [maxLength]="4000"
          [error]="act.errorFor('update-words')"
          [(value)]="words"
        />
        <button ctButton type="submit" [busy]="act.busy()" i18n>Tell it</button>
      </form>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UpdateForm {
  private readonly api = inject(DeliveringApi);

  readonly delivery = input.required<Delivery>();
  readonly changed = output<Delivery>();

  protected readonly act = new Act('update-words', { words: 'update-words' });
  protected readonly words = signal('');
  /** What was just told, for its photos. */
  protected readonly told = signal<{ ownerKind: string; ownerId: string } | undefined>(undefined);
  protected readonly attached = inject(AttachmentsApi).of(this.told);
  private readonly last = lastValue(this.attached);
  protected readonly pictures = computed(() => (this.told() ? this.last() : undefined));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words().trim();
    if (words.length < 10)
      return this.act.refuse([
        { fieldId: 'update-words', message: $localize`Say in a sentence what has happened` },
      ]);
    await this.act.run(async () => {
      const now = await this.api.tell(this.delivery().number, words);
      const ownerId = now.updates[0]?.id;
      this.words.set('');
      if (ownerId) this.told.set({ ownerKind: 'delivery-update', ownerId });
      this.changed.emit(now);
    });
  }
}
