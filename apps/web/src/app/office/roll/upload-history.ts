import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { CountPipe, Details, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { lastValue } from '../../shell/last-value.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { ReasonForm } from '../desk/reason-form.js';
import { type KeptUpload, RollApi } from './roll-api.js';

/** The files that were stored; each can be taken back whole until voting opens. */
@Component({
  selector: 'ct-upload-history',
  imports: [CountPipe, Details, ErrorSummary, ReasonForm, TimePipe, Waiting],
  template: `
    <section id="uploads" tabindex="-1" aria-labelledby="uploads-heading">
      <h2 class="govuk-heading-m" id="uploads-heading" i18n>Files that were stored</h2>
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      @for (file of uploads(); track file.id) {
        <div class="ct-aim-card">
          <h3 class="govuk-heading-s">{{ file.uploadedAt | ctTime }}</h3>
          <p class="govuk-body">
            <ng-container i18n
              >{{ file.added | ctCount }} people added, {{ file.toReview | ctCount }} for an officer to
              decide, {{ file.leftOut | ctCount }} left out.</ng-container
            >&ngsp;{{ sender(file) }}
          </p>
          @switch (file.state) {
            @case ('undone') {
              <p class="govuk-body govuk-!-font-weight-bold" i18n>Taken back.</p>
            }
            @case ('undoing') {
              <p class="govuk-body govuk-!-font-weight-bold" i18n>
                To be taken back: waits for a second officer, below.
              </p>
            }
            @case ('standing') {
              @if (mayAsk()) {
                <ct-details summary="Take this file back" i18n-summary>
                  <p class="govuk-body" i18n>
                    Everybody it added leaves the list, and its lines that wait for a decision are dropped.
                    Whoever was on the list before stays. It happens when a second officer confirms it.
                  </p>
                  <ct-reason-form
                    [fieldId]="'undo-' + file.id"
                    action="Ask to take it back"
                    i18n-action
                    hint="Kept for the second officer and the auditor. No names."
                    i18n-hint
                    [maxLength]="1000"
                    [warning]="true"
                    [busy]="act.busy()"
                    (given)="undo(file, $event)"
                  />
                </ct-details>
              }
            }
          }
        </div>
      } @empty {
        @if (uploads()) {
          <p class="govuk-body" i18n>No file has been stored yet.</p>
        } @else {
          <ct-waiting [resource]="asked" what="the files" i18n-what />
        }
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadHistory {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly mayAsk = input.required<boolean>();
  readonly changed = output<void>();

  protected readonly asked = this.api.uploads(this.slug);
  protected readonly uploads = lastValue(this.asked);
  protected readonly act = new Act('uploads');

  reload(): void {
    this.asked.reload();
  }

  protected sender({ mine }: KeptUpload): string {
    return mine ? $localize`You sent it.` : $localize`Another officer sent it.`;
  }

  protected async undo({ id }: KeptUpload, reason: string): Promise<void> {
    const done = await this.act.run(async () => {
      await this.api.undoUpload(this.slug(), id, reason);
    });
    if (!done) return;
    this.reload();
    this.changed.emit();
  }
}
