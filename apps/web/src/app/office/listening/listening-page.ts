import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  DayPipe,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Tag,
} from '@commonthread/govuk';
import { Checkboxes, Radios, Select, Textarea, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { standingColour, standingName } from '../../shell/standing-words.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficePlaces } from '../office-places.js';
import { ListeningApi, type Spoken } from './listening-api.js';

const FIELDS = {
  placeSlug: 'place',
  host: 'host',
  roundSlug: 'round',
  proposalNumber: 'proposal',
  said: 'said',
  people: 'people',
  consent: 'consent',
};
const OVER: readonly string[] = ['draft', 'cancelled', 'closed'];

/** What people say at a stall, a lunch club, a school gate: written down without names, answered through their host. */
@Component({
  selector: 'ct-listening-page',
  imports: [
    Breadcrumbs,
    Button,
    Checkboxes,
    DayPipe,
    EmptyState,
    ErrorSummary,
    Radios,
    RouterLink,
    Select,
    Tag,
    Textarea,
    TextInput,
    Waiting,
  ],
  providers: [OfficePlaces],
  templateUrl: './listening-page.html',
  styleUrl: './listening.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListeningPage {
  private readonly api = inject(ListeningApi);
  private readonly known = inject(OfficePlaces);

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly fields = FIELDS;
  protected readonly name = standingName;
  protected readonly colour = standingColour;
  protected readonly rounds = this.api.rounds();
  protected readonly places = computed(() => {
    const own = [...this.known.mine('facilitator'), ...this.known.mine('officer')];
    return own.filter(({ value }, at) => own.findIndex((other) => other.value === value) === at);
  });
  protected readonly roundChoices = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value() : [])
      .filter(({ state, imported }) => !imported && !OVER.includes(state))
      .map(({ slug, title }) => ({ value: slug, label: title })),
  );
  protected readonly peopleChoices = [
    { value: '1', label: $localize`One person` },
    { value: '2-5', label: $localize`2 to 5` },
    { value: '6-10', label: $localize`6 to 10` },
    { value: '11-20', label: $localize`11 to 20` },
    { value: 'over-20', label: $localize`More than 20` },
  ];
  protected readonly consentChoices = [
    { value: 'yes', label: $localize`They agreed, aloud, that this is written down without their names` },
  ];

  protected readonly place = signal('');
  protected readonly host = signal('');
  protected readonly round = signal('');
  protected readonly proposal = signal('');
  protected readonly said = signal('');
  protected readonly people = signal<string | null>(null);
  protected readonly consent = signal<readonly string[]>([]);
  protected readonly recording = new Act('said', FIELDS);
  protected readonly told = signal('');
  protected readonly spoken = this.api.spoken(this.place);
  protected readonly shown = lastValue(this.spoken);
  /** By host: a sheet goes back to each. */
  protected readonly hosts = computed(() => {
    const hosts = new Map<string, Spoken[]>();
    for (const one of this.shown() ?? []) hosts.set(one.host, [...(hosts.get(one.host) ?? []), one]);
    return [...hosts];
  });

  constructor() {
    effect(() => {
      if (!this.place()) this.place.set(this.places()[0]?.value ?? '');
      if (!this.round()) this.round.set(this.roundChoices()[0]?.value ?? '');
    });
  }

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    this.told.set('');
    const missing = this.missing();
    if (missing.length > 0) return this.recording.refuse(missing);
    const number = this.proposal().replace(/\D/g, '');
    const done = await this.recording.run(() =>
      this.api.record({
        placeSlug: this.place(),
        host: this.host().trim(),
        roundSlug: this.round(),
        ...(number && { proposalNumber: Number(number) }),
        said: this.said().trim(),
        people: this.people() as Spoken['people'],
        consent: true,
      }),
    );
    if (!done) return;
    this.told.set($localize`Written down. It has a fate like everything else; the answer stands below.`);
    this.said.set('');
    this.proposal.set('');
    this.people.set(null);
    this.consent.set([]);
    this.spoken.reload();
  }

  private missing(): FieldError[] {
    return [
      { wrong: this.host().trim().length < 3, fieldId: 'host', message: $localize`Enter where it was said` },
      {
        wrong: this.said().trim().length < 10,
        fieldId: 'said',
        message: $localize`Write down what was said, in one sentence`,
      },
      {
        wrong: this.people() === null,
        fieldId: 'people',
        message: $localize`Choose how many people said it`,
      },
      {
        wrong: !this.consent().includes('yes'),
        fieldId: 'consent',
        message: $localize`Only write down what people have agreed to`,
      },
    ].filter(({ wrong }) => wrong);
  }
}
