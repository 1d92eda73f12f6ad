import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Button, DayPipe, ErrorSummary, InsetText, TimePipe } from '@commonthread/govuk';
import { Radios, Textarea } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { type Claim, RollApi } from './roll-api.js';

/** One claim: what is said, what speaks for and against it, and the answer with its reason. */
@Component({
  selector: 'ct-claim-form',
  imports: [Button, DayPipe, ErrorSummary, InsetText, Radios, Textarea, TimePipe],
  templateUrl: './claim-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClaimForm {
  private readonly api = inject(RollApi);

  readonly slug = input.required<string>();
  readonly claim = input.required<Claim>();
  readonly decided = output<boolean>();

  protected readonly same = signal('');
  protected readonly reason = signal('');
  protected readonly letter = signal<Api<'LetterDto'> | null>(null);
  protected readonly id = computed(() => `claim-${this.claim().id}`);
  protected readonly act = new Act('claim-answer');
  protected readonly persons = computed(() => [
    { value: '', label: $localize`Somebody else: a new entry` },
    ...this.claim().alike.map(({ elector, linked, why }, at) => ({
      value: elector,
      label: $localize`The same person as entry ${at + 1}:number:`,
      hint: linked
        ? $localize`${why.join('; ')}:likeness:. An account is linked to it already.`
        : `${why.join('; ')}.`,
    })),
  ]);
  protected readonly connection = computed(() => {
    switch (this.claim().connection) {
      case 'live':
        return $localize`lives here`;
      case 'work':
        return $localize`works here`;
      case 'study':
        return $localize`studies here`;
    }
  });
  protected readonly place = computed(() => {
    switch (this.claim().decisivePostcode) {
      case 'inside':
        return $localize`The postcode that decides lies in this place.`;
      case 'outside':
        return $localize`By the list of postcodes this postcode belongs to another place. The list gives each postcode one place, where most of its homes are: look the address up.`;
      case 'split':
        return $localize`This postcode lies in more than one place, or the list does not say in which: look the address up.`;
      case 'unknown':
        return $localize`The postcode that decides is not in the list of postcodes: look it up.`;
      case 'far':
        return $localize`The postcode that decides is of another part of the country: no postcode of that area is known here.`;
    }
  });

  protected answer(accept: boolean): Promise<void> {
    return this.decide(accept);
  }

  protected async sendLetter(): Promise<void> {
    await this.act.run(async () => this.letter.set(await this.api.letter(this.slug(), this.claim().id)));
  }

  private async decide(accept: boolean): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < 5) {
      return this.act.refuse([
        { fieldId: `${this.id()}-reason`, message: $localize`Give the reason in a sentence` },
      ]);
    }
    const sameAs = accept && this.same() ? { sameAs: this.same() } : {};
    const done = await this.act.run(() =>
      this.api.decide(this.slug(), this.claim().id, { accept, reason, ...sameAs }),
    );
    if (done) this.decided.emit(accept);
  }
}
