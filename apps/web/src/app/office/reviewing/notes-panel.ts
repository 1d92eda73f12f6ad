import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Review, ReviewingApi } from './reviewing-api.js';

/** Notes between reviewers and officers: nobody else ever reads them. */
@Component({
  selector: 'ct-notes-panel',
  imports: [Button, ErrorSummary, Textarea, TimePipe],
  template: `
    @for (note of notes(); track $index) {
      <div class="ct-note">
        <p class="ct-note__by">{{ note.by }}, {{ note.at | ctTime }}</p>
        <p class="govuk-body ct-prose govuk-!-margin-bottom-0">{{ note.text }}</p>
      </div>
    } @empty {
      <p class="govuk-body" i18n>No notes yet.</p>
    }
    @if (mayWrite()) {
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <form method="post" novalidate (submit)="add($event)">
        <ct-textarea
          fieldId="note"
          label="A note for colleagues"
          i18n-label
          hint="Only reviewers who were asked, officers and auditors read it."
          i18n-hint
          [rows]="2"
          [maxLength]="4000"
          [error]="act.errorFor('note')"
          [(value)]="text"
        />
        <button ctButton="secondary" type="submit" [busy]="act.busy()" i18n>Add the note</button>
      </form>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotesPanel {
  private readonly api = inject(ReviewingApi);

  readonly number = input.required<number>();
  readonly notes = input.required<Review['notes']>();
  readonly mayWrite = input.required<boolean>();
  readonly saved = output<Review>();

  protected readonly act = new Act('note', { text: 'note' });
  protected readonly text = signal('');

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.text().trim()) {
      return this.act.refuse([{ fieldId: 'note', message: $localize`Write the note first` }]);
    }
    await this.act.run(async () => {
      this.saved.emit(await this.api.note(this.number(), this.text().trim()));
      this.text.set('');
    });
  }
}
