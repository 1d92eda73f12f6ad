import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  DayPipe,
  Details,
  InsetText,
  MoneyPipe,
  Tag,
  Thread,
  TimePipe,
} from '@commonthread/govuk';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { lastValue } from '../shell/last-value.js';
import { ListOfVoters } from '../shell/list-of-voters.js';
import { PageHead } from '../shell/page-head.js';
import { PaperRecord } from '../shell/paper-record.js';
import { roundStateColour, roundStateName, roundStep } from '../shell/round-states.js';
import { votersTally } from '../shell/tallies.js';
import { Waiting } from '../shell/waiting.js';
import { ImportedFrom } from './imported-from.js';
import { RoundProposals } from './round-proposals.js';
import { RoundTimeline } from './round-timeline.js';
import { RoundsApi } from './rounds-api.js';
import { howToMarkIt, whoMayVote } from '../shell/rule-words.js';
import { RoundDelivery } from './round-delivery.js';
import { stateWords } from './state-words.js';

@Component({
  selector: 'ct-round-page',
  imports: [
    Breadcrumbs,
    Button,
    DayPipe,
    Details,
    ImportedFrom,
    InsetText,
    ListOfVoters,
    MoneyPipe,
    PaperRecord,
    RoundDelivery,
    RoundProposals,
    RoundTimeline,
    RouterLink,
    Tag,
    Thread,
    TimePipe,
    Waiting,
  ],
  templateUrl: './round-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundPage {
  private readonly api = inject(RoundsApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly resource = this.api.round(this.slug);
  protected readonly delivery = this.api.delivery(() =>
    this.round()?.decisionNumber ? this.slug() : undefined,
  );
  protected readonly history = this.api.history(this.slug);
  protected readonly round = lastValue(this.resource);
  protected readonly events = lastValue(this.history);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
  ];
  protected readonly words = computed(() => {
    const round = this.round();
    return round && stateWords(round, this.locale);
  });
  protected readonly step = computed(() => {
    const round = this.round();
    return round ? roundStep(round.state) : null;
  });
  protected readonly paragraphs = computed(
    () =>
      this.round()
        ?.description.split(/\n\s*\n/)
        .filter((part) => part.trim() !== '') ?? [],
  );
  /** The rule's settings as they are counted with, for those who count again. */
  protected readonly settings = computed(() =>
    Object.entries(this.round()?.rule ?? {}).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  );

  protected readonly elsewhere = heldElsewhere;
  protected readonly votedElsewhere = { voted: $localize`Elsewhere. Nothing more is decided here` };
  protected readonly stateName = roundStateName;
  protected readonly stateColour = roundStateColour;
  protected readonly whoMayVote = whoMayVote;
  protected readonly howToMarkIt = howToMarkIt;
  protected readonly voters = (n: number): string => votersTally(n, this.locale);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.round();
      if (round) head.name(round.title, round.summary);
    });
  }
}
