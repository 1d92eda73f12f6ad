import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID, model } from '@angular/core';
import type { Choice, StylePaper } from '@commonthread/ballot-protocol';
import { GivePoints } from './give-points.js';
import { howToMark, kindOf } from './paper-words.js';
import { RankProjects } from './rank-projects.js';
import { TickProjects } from './tick-projects.js';

/** The ballot paper, in whichever way it is marked. */
@Component({
  selector: 'ct-mark-paper',
  imports: [GivePoints, RankProjects, TickProjects],
  template: `
    @switch (kind()) {
      @case ('ranked') {
        <ct-rank-projects
          [paper]="paper()"
          [currency]="currency()"
          [how]="how()"
          [error]="error()"
          [proposals]="proposals()"
          [(choices)]="choices"
        />
      }
      @case ('points') {
        <ct-give-points
          [paper]="paper()"
          [currency]="currency()"
          [how]="how()"
          [error]="error()"
          [proposals]="proposals()"
          [(choices)]="choices"
        />
      }
      @default {
        <ct-tick-projects
          [paper]="paper()"
          [currency]="currency()"
          [how]="how()"
          [error]="error()"
          [proposals]="proposals()"
          [(choices)]="choices"
        />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkPaper {
  private readonly locale = inject(LOCALE_ID);

  readonly paper = input.required<StylePaper>();
  readonly currency = input.required<string>();
  readonly error = input<string | null>(null);
  /** Numbers of the proposals behind the projects. */
  readonly proposals = input<ReadonlyMap<string, number>>(new Map());
  readonly choices = model.required<readonly Choice[]>();

  protected readonly kind = computed(() => kindOf(this.paper()));
  protected readonly how = computed(() => howToMark(this.paper(), this.currency(), this.locale));
}
