import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { Breadcrumbs, Button, ErrorSummary, TimePipe } from '@commonthread/govuk';
import { Radios, TextInput } from '@commonthread/govuk/forms';
import { PageHead } from '../../shell/page-head.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { PaperApi } from './paper-api.js';
import { PrintedSheet } from './printed-sheet.js';
import { sheetProjects } from './sheet-projects.js';

const MOST = 500;

/** Ballot sheets for the printer: each with a number of its own that is tied to nobody. */
@Component({
  selector: 'ct-print-page',
  imports: [Breadcrumbs, Button, ErrorSummary, PrintedSheet, Radios, TextInput, TimePipe, Waiting],
  templateUrl: './print-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrintPage {
  private readonly api = inject(PaperApi);
  private readonly router = inject(Router);
  private readonly view = inject(DOCUMENT).defaultView;

  readonly slug = input.required<string>();
  /** From the address: how many are wanted, in which size, and a print that was made before. */
  readonly copies = input<string>();
  readonly size = input<string>();
  readonly print = input<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  protected readonly paper = this.api.ballotPaper(this.slug);
  protected readonly prints = this.api.prints(this.slug);
  protected readonly printed = this.api.printed(this.slug, this.print);
  protected readonly projects = computed(() =>
    this.paper.hasValue() ? sheetProjects(this.paper.value()) : [],
  );
  protected readonly isLarge = computed(() => this.size() === 'large');
  protected readonly wanted = signal('');
  protected readonly chosenSize = signal('normal');
  protected readonly sizes = [
    { value: 'normal', label: $localize`Normal` },
    {
      value: 'large',
      label: $localize`Large print`,
      hint: $localize`Letters of about 18 points, on more pages.`,
    },
  ];
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
    { label: $localize`Paper ballots`, link: `/office/rounds/${this.slug()}/paper` },
  ]);
  protected readonly act = new Act('print', { copies: 'copies' });

  constructor() {
    const head = inject(PageHead);
    effect(
      () =>
        this.round.hasValue() &&
        head.name($localize`Print ballot sheets: ${this.round.value().title}:title:`),
    );
    effect(() => this.wanted.set(this.copies() ?? ''));
    effect(() => this.chosenSize.set(this.isLarge() ? 'large' : 'normal'));
  }

  /** Numbers are given out once, and their print has an address: loading the page again gives the same sheets. */
  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const copies = Number(this.wanted());
    if (!Number.isInteger(copies) || copies < 1 || copies > MOST) {
      return this.act.refuse([
        { fieldId: 'copies', message: $localize`Enter a number of sheets from 1 to ${MOST}:most:` },
      ]);
    }
    await this.act.run(async () => {
      const { id } = await this.api.print(this.slug(), copies);
      await this.show(id);
      this.prints.reload();
    });
  }

  protected async show(id: string): Promise<void> {
    await this.router.navigate([], { queryParams: { print: id, size: this.chosenSize() } });
  }

  protected toPrinter(): void {
    this.view?.print();
  }
}
