import { ChangeDetectionStrategy, Component, inject, input, LOCALE_ID, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, EmptyState, ErrorSummary } from '@commonthread/govuk';
import { aimSentence } from '../../shell/aim-words.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { AimForm } from './aim-form.js';

type Aim = Api<'AimDto'>;

/** The aims of a draft decision: each can be changed or taken out until the decision is published. */
@Component({
  selector: 'ct-aims-editor',
  imports: [AimForm, Button, EmptyState, ErrorSummary],
  template: `
    @if (act.errors().length > 0) {
      <ct-error-summary [errors]="act.errors()" />
    }
    @for (aim of decision().aimsFull; track aim.id) {
      <div class="ct-aim-card">
        @if (editing() === aim.id) {
          <ct-aim-form [decision]="decision()" [aim]="aim" (saved)="done()" (left)="editing.set(null)" />
        } @else {
          <h3 class="govuk-heading-s">{{ aim.indicator.code }} {{ aim.indicator.name }}</h3>
          <p class="govuk-body">
            {{ aimWords(aim) }}
            {{ aim.mechanism }}
            @if (aim.comparisonPlaces.length > 0) {
              <span class="ct-line" i18n>Compared with {{ names(aim) }}.</span>
            }
          </p>
          <div class="govuk-button-group">
            <button ctButton="secondary" type="button" (click)="editing.set(aim.id)">
              <ng-container i18n
                >Change<span class="govuk-visually-hidden">
                  the aim for {{ aim.indicator.name }}</span
                ></ng-container
              >
            </button>
            <button ctButton="secondary" type="button" [busy]="act.busy()" (click)="remove(aim)">
              <ng-container i18n
                >Take out<span class="govuk-visually-hidden">
                  the aim for {{ aim.indicator.name }}</span
                ></ng-container
              >
            </button>
          </div>
        }
      </div>
    } @empty {
      <ct-empty-state heading="No aim yet" i18n-heading>
        <p class="govuk-body" i18n>
          A decision cannot be published before it says what it is meant to change.
        </p>
      </ct-empty-state>
    }
    @if (editing() === 'new') {
      <div class="ct-aim-card">
        <ct-aim-form [decision]="decision()" (saved)="done()" (left)="editing.set(null)" />
      </div>
    } @else {
      <button ctButton="secondary" type="button" id="add-aim" (click)="editing.set('new')" i18n>
        Add an aim
      </button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AimsEditor {
  private readonly api = inject(OfficeApi);
  private readonly locale = inject(LOCALE_ID);

  readonly decision = input.required<Api<'DecisionDto'>>();
  /** An aim was added, changed or taken out. */
  readonly changed = output<void>();

  protected readonly act = new Act('add-aim');
  /** The aim in the form: its id, `new`, or none. */
  protected readonly editing = signal<string | null>(null);

  protected aimWords(aim: Aim): string {
    return aimSentence(aim, this.locale);
  }

  protected names(aim: Aim): string {
    return aim.comparisonPlaces.map(({ name }) => name).join(', ');
  }

  protected done(): void {
    this.editing.set(null);
    this.changed.emit();
  }

  protected async remove(aim: Aim): Promise<void> {
    if (await this.act.run(() => this.api.removeAim(this.decision().number, aim.id))) this.changed.emit();
  }
}
