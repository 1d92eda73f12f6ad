import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Breadcrumbs, Button, ErrorSummary, type FieldError, InsetText, TimePipe } from '@commonthread/govuk';
import { DateInput, Textarea, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { PageHead } from '../../shell/page-head.js';
import { Session } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { isDay, startOfDay } from '../set-up/london-days.js';
import { type Choices, PaperApi, type SampleOffice } from './paper-api.js';
import { serialText } from './read-ticks.js';
import { choicesText, choicesWords, sheetProjects } from './sheet-projects.js';

/** After the count some sheets, drawn by dice in public, are laid beside what the log says of them. */
@Component({
  selector: 'ct-sample-page',
  imports: [Breadcrumbs, Button, DateInput, ErrorSummary, InsetText, Textarea, TextInput, TimePipe, Waiting],
  templateUrl: './sample-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SamplePage {
  private readonly api = inject(PaperApi);
  private readonly session = inject(Session);

  readonly slug = input.required<string>();

  protected readonly round = inject(OfficeApi).round(this.slug);
  private readonly paper = this.api.ballotPaper(this.slug);
  protected readonly asked = this.api.sample(this.slug);
  protected readonly office = lastValue(this.asked);
  protected readonly projects = computed(() =>
    this.paper.hasValue() ? sheetProjects(this.paper.value()) : [],
  );
  protected readonly isOfficer = computed(() => this.session.holds('officer'));
  protected readonly crumbs = computed(() => [
    { label: $localize`Office`, link: '/office' },
    ...(this.round.hasValue()
      ? [{ label: this.round.value().title, link: `/office/rounds/${this.slug()}` }]
      : []),
    { label: $localize`Paper ballots`, link: `/office/rounds/${this.slug()}/paper` },
  ]);
  protected readonly sheets = signal('');
  protected readonly day = signal('');
  protected readonly time = signal('');
  protected readonly place = signal('');
  protected readonly seed = signal('');
  protected readonly errors = signal('');
  protected readonly note = signal('');
  protected readonly act = new Act('sample', {
    sheets: 'sheets',
    thrownAt: 'thrown-day',
    place: 'place',
    seed: 'seed',
    errors: 'errors',
    note: 'note',
  });
  protected readonly text = serialText;

  constructor() {
    const head = inject(PageHead);
    effect(() => head.name($localize`Check paper ballots by dice`));
  }

  protected words(choices: Choices): string {
    const words = choicesWords(choices, this.projects()).join(' · ');
    return words ? `${choicesText(choices, this.projects())}: ${words}` : $localize`no project`;
  }

  protected async announce(event: Event): Promise<void> {
    event.preventDefault();
    const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(this.time().trim()) ?? [];
    const errors: FieldError[] = [
      ...(/^[1-9]\d{0,3}$/.test(this.sheets().trim())
        ? []
        : [{ fieldId: 'sheets', message: $localize`Enter how many sheets are drawn` }]),
      ...(isDay(this.day()) ? [] : [{ fieldId: 'thrown-day', message: $localize`Enter the day` }]),
      ...(hour ? [] : [{ fieldId: 'thrown-time', message: $localize`Enter a time like 14:30` }]),
      ...(this.place().trim().length >= 3
        ? []
        : [{ fieldId: 'place', message: $localize`Say where the dice are thrown` }]),
    ];
    if (errors.length > 0) return this.act.refuse(errors);
    const thrownAt = new Date(
      Date.parse(startOfDay(this.day())) + (Number(hour) * 60 + Number(minute)) * 60_000,
    ).toISOString();
    await this.do(() =>
      this.api.announceSample(this.slug(), {
        sheets: Number(this.sheets()),
        thrownAt,
        place: this.place().trim(),
      }),
    );
  }

  protected async draw(event: Event): Promise<void> {
    event.preventDefault();
    const seed = this.seed().replace(/\s+/g, '');
    if (!/^\d{10,100}$/.test(seed)) {
      return this.act.refuse([
        { fieldId: 'seed', message: $localize`Enter 10 to 100 digits, in the order the dice were thrown` },
      ]);
    }
    await this.do(() => this.api.drawSample(this.slug(), seed));
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    if (!/^\d{1,4}$/.test(this.errors().trim())) {
      return this.act.refuse([
        { fieldId: 'errors', message: $localize`Enter how many sheets differ, 0 if none does` },
      ]);
    }
    const note = this.note().trim();
    await this.do(() =>
      this.api.checkSample(this.slug(), { errors: Number(this.errors()), ...(note && { note }) }),
    );
  }

  private async do(what: () => Promise<SampleOffice>): Promise<void> {
    await this.act.run(async () => this.asked.set(await what()));
  }
}
