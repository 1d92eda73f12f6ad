import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary } from '@commonthread/govuk';
import { TextInput } from '@commonthread/govuk/forms';
import { Act } from '../act.js';
import { KeptDrafts } from '../kept-draft.js';
import { type Batch, PaperApi } from './paper-api.js';

type NumberName = 'issued' | 'inBox' | 'spoiled' | 'returned' | 'missing';
type Draft = Record<NumberName | 'batch', string>;

interface Field {
  readonly name: NumberName;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

const EMPTY: Draft = { batch: '', issued: '', inBox: '', spoiled: '0', returned: '0', missing: '0' };

/** What one officer counted in a box. */
@Component({
  selector: 'ct-count-box-form',
  imports: [Button, ErrorSummary, TextInput],
  template: `
    <form method="post" novalidate id="count-box" tabindex="-1" (submit)="send($event)">
      @if (act.errors().length > 0) {
        <ct-error-summary [errors]="act.errors()" />
      }
      <ct-text-input
        fieldId="batch"
        label="Name of the box"
        i18n-label
        hint="Small letters, digits and dashes, such as longton-library. The second officer types the same."
        i18n-hint
        [width]="20"
        [error]="act.errorFor('batch')"
        [value]="draft().batch"
        (valueChange)="keep('batch', $event)"
      />
      @for (field of fields; track field.name) {
        <ct-text-input
          [fieldId]="field.id"
          [label]="field.label"
          [hint]="field.hint"
          [width]="5"
          inputMode="numeric"
          [error]="act.errorFor(field.id)"
          [value]="draft()[field.name]"
          (valueChange)="keep(field.name, $event)"
        />
      }
      <button ctButton type="submit" [busy]="act.busy()" i18n>This is what I counted</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountBoxForm {
  private readonly api = inject(PaperApi);
  private readonly drafts = inject(KeptDrafts);

  readonly slug = input.required<string>();
  readonly counted = output<Batch[]>();

  protected readonly draft = signal<Draft>(this.drafts.read<Draft>('box') ?? EMPTY);
  protected readonly fields: readonly Field[] = [
    {
      name: 'issued',
      id: 'issued',
      label: $localize`Sheets handed out`,
      hint: $localize`As noted at the table.`,
    },
    {
      name: 'inBox',
      id: 'in-box',
      label: $localize`Sheets in the box that can be counted`,
      hint: $localize`Every one of them is entered.`,
    },
    {
      name: 'spoiled',
      id: 'spoiled',
      label: $localize`Spoiled`,
      hint: $localize`Handed back spoiled, or found in the box and no valid vote, such as one with too many ticks.`,
    },
    {
      name: 'returned',
      id: 'returned',
      label: $localize`Returned unused`,
      hint: '',
    },
    {
      name: 'missing',
      id: 'missing',
      label: $localize`Missing`,
      hint: $localize`Handed out and not come back.`,
    },
  ];
  protected readonly act = new Act('count-box', {
    batch: 'batch',
    issued: 'issued',
    inBox: 'in-box',
    spoiled: 'spoiled',
    returned: 'returned',
    missing: 'missing',
  });

  protected keep(name: keyof Draft, value: string): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
    this.drafts.keep('box', this.draft());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    const errors = [
      ...(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(draft.batch.trim())
        ? []
        : [{ fieldId: 'batch', message: $localize`Enter a name of small letters, digits and dashes` }]),
      ...this.fields
        .filter(({ name }) => !/^\d{1,6}$/.test(draft[name].trim()))
        .map(({ id, label }) => ({
          fieldId: id,
          message: $localize`${label}:number:: enter a whole number, 0 if there are none`,
        })),
    ];
    if (errors.length > 0) return this.act.refuse(errors);
    const number = (name: NumberName): number => Number(draft[name]);
    const done = await this.act.run(async () => {
      this.counted.emit(
        await this.api.countBox(this.slug(), {
          batch: draft.batch.trim(),
          issued: number('issued'),
          inBox: number('inBox'),
          spoiled: number('spoiled'),
          returned: number('returned'),
          missing: number('missing'),
        }),
      );
    });
    if (!done) return;
    this.draft.set(EMPTY);
    this.drafts.forget('box');
  }
}
