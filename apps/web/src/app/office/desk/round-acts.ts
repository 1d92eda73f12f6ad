import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { Button, DayPipe, Details, ErrorSummary, WarningText } from '@commonthread/govuk';
import { Select } from '@commonthread/govuk/forms';
import { roundStateName } from '../../shell/round-states.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { ReasonForm } from './reason-form.js';

type Round = Api<'RoundDto'>;
type Override = Api<'OverridePhaseDto'>['phase'];

const PHASES: readonly Override[] = [
  'ideas',
  'review',
  'voting',
  'counting',
  'decided',
  'delivering',
  'closed',
];

/** What an officer can do to a round as a whole: open it, move its phase, cancel it. */
@Component({
  selector: 'ct-round-acts',
  imports: [Button, DayPipe, Details, ErrorSummary, ReasonForm, RouterLink, Select, WarningText],
  templateUrl: './round-acts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundActs {
  private readonly api = inject(OfficeApi);

  readonly round = input.required<Round>();
  /** The round as the API has it after an act. */
  readonly changed = output<Round>();

  protected readonly act = new Act('acts', { phase: 'phase', reason: 'override-reason' });
  protected readonly phase = signal('');
  protected readonly isDraft = computed(() => this.round().state === 'draft');
  protected readonly isOver = computed(() => ['cancelled', 'closed'].includes(this.round().state));
  /** The phases it can still be moved to: a frozen ballot paper cannot be opened again. */
  protected readonly phases = computed(() => {
    const { state, paperSha256, publishedCountId } = this.round();
    const possible = PHASES.filter(
      (phase) =>
        phase !== state &&
        !(paperSha256 && (phase === 'ideas' || phase === 'review')) &&
        !(publishedCountId && phase === 'voting'),
    );
    return [
      { value: '', label: $localize`Choose a phase` },
      ...possible.map((phase) => ({ value: phase, label: roundStateName(phase) })),
    ];
  });

  protected async open(): Promise<void> {
    await this.do(() => this.api.openRound(this.round().slug));
  }

  protected async override(reason: string): Promise<void> {
    const phase = this.phase() as Override | '';
    if (!phase) return this.act.refuse([{ fieldId: 'phase', message: $localize`Choose a phase` }]);
    await this.do(() => this.api.overridePhase(this.round().slug, { phase, reason }));
  }

  protected async cancel(reason: string): Promise<void> {
    await this.do(() => this.api.cancelRound(this.round().slug, reason));
  }

  private async do(what: () => Promise<Round>): Promise<void> {
    await this.act.run(async () => this.changed.emit(await what()));
  }
}
