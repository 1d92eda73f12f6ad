import { HttpErrorResponse } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  LOCALE_ID,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  CountPipe,
  Details,
  EmptyState,
  formatCount,
  formatMoney,
  SectionNav,
  Tag,
  Thread,
  TimePipe,
} from '@commonthread/govuk';
import { CtMap, type MapMarker } from '@commonthread/govuk/map';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { PageHead } from '../shell/page-head.js';
import { PaperRecord } from '../shell/paper-record.js';
import { roundStateName, roundStep } from '../shell/round-states.js';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { CheckPanel } from './checking/check-panel.js';
import { MoneyShares } from './money-shares.js';
import { ProjectsTable } from './projects-table.js';
import { ResultsApi } from './results-api.js';
import { resultsCrumbs, resultsSections } from './results-frame.js';
import { RulePicture } from './rule-picture.js';
import { ruleSettings } from './rule-settings.js';
import { VotesAndCost } from './votes-and-cost.js';

/** What a round's votes led to, why, and how anybody can check it. */
@Component({
  selector: 'ct-results-page',
  imports: [
    Breadcrumbs,
    CheckPanel,
    CountPipe,
    CtMap,
    Details,
    EmptyState,
    MoneyShares,
    PaperRecord,
    ProjectsTable,
    RouterLink,
    RulePicture,
    SectionNav,
    Tag,
    Thread,
    TimePipe,
    VotesAndCost,
    Waiting,
  ],
  templateUrl: './results-page.html',
  styleUrl: './results.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultsPage {
  private readonly api = inject(ResultsApi);
  private readonly locale = inject(LOCALE_ID);
  protected readonly site = inject(SITE);

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly results = this.api.results(this.slug);
  protected readonly round = this.api.roundPage(this.slug);
  private readonly placeToDraw = computed(() => {
    if (!this.round.hasValue() || !this.results.hasValue()) return null;
    // An imported election happened elsewhere: the place it was put under says nothing about its map.
    return heldElsewhere(this.round.value()) || this.markers().length === 0
      ? null
      : this.round.value().place.slug;
  });
  protected readonly boundaries = this.api.boundaries(this.placeToDraw);
  protected readonly drawnBoundaries = computed(() =>
    this.boundaries.hasValue() ? this.boundaries.value() : null,
  );

  private readonly projects = computed(() => (this.results.hasValue() ? this.results.value().projects : []));
  protected readonly winners = computed(() => this.projects().filter(({ funded }) => funded));
  protected readonly losers = computed(() => this.projects().filter(({ funded }) => !funded));
  protected readonly everyLoserHasVotes = computed(() => this.losers().every(({ votes }) => votes > 0));
  protected readonly markers = computed<MapMarker[]>(() =>
    this.winners().flatMap(({ title, proposalNumber, latitude, longitude }) =>
      latitude === null || longitude === null
        ? []
        : [{ label: title, link: `/proposals/${proposalNumber}`, latitude, longitude, strong: true }],
    ),
  );
  private readonly shares = computed(() => (this.results.hasValue() ? this.results.value().moneyShares : []));
  protected readonly byTopic = computed(() => this.shares().filter(({ kind }) => kind === 'category'));
  protected readonly byArea = computed(() => this.shares().filter(({ kind }) => kind === 'neighbourhood'));

  /** How far this count agrees with what the city of an imported election decided; null where it did not say. */
  protected readonly city = computed(() => {
    const told = this.projects().filter(({ selectedByCity }) => selectedByCity !== null);
    if (told.length === 0) return null;
    const differing = told.filter(({ funded, selectedByCity }) => funded !== (selectedByCity === 'yes'));
    return { chosen: told.filter(({ selectedByCity }) => selectedByCity === 'yes').length, differing };
  });
  protected readonly settings = computed(() =>
    this.results.hasValue() ? ruleSettings(this.results.value().rule, (minor) => this.money(minor)) : [],
  );
  protected readonly headline = computed(() => {
    if (!this.results.hasValue()) return '';
    const { voters, budgetPence, totalCostPence, projects } = this.results.value();
    return $localize`${this.number(voters)}:count: people voted, and ${this.number(this.winners().length)}:funded: of ${this.number(projects.length)}:all: projects are funded, with ${this.money(totalCostPence)}:spent: of the ${this.money(budgetPence)}:pot: pot.`;
  });
  protected readonly notes = computed(() => ({
    voted: this.results.hasValue()
      ? $localize`${this.number(this.results.value().voters)}:count: people`
      : '',
  }));
  protected readonly step = computed(() =>
    this.round.hasValue() ? (roundStep(this.round.value().state) ?? 'decided') : 'decided',
  );
  /** An imported election ends with its count: nobody here decides on it or delivers it. */
  protected readonly countIsLast = computed(() => this.step() === 'voted' && this.results.hasValue());
  /** Dots on nothing tell nobody where they are. */
  protected readonly mapSaysSomething = computed(
    () => this.markers().length > 0 && !!(this.site.mapTilesUrl || this.drawnBoundaries()),
  );
  /** The round is there, its count is not public yet. */
  protected readonly notPublished = computed(() => {
    const cause: unknown = this.results.error()?.cause ?? this.results.error();
    return cause instanceof HttpErrorResponse && cause.status === 404 && this.round.hasValue();
  });
  protected readonly crumbs = computed(() =>
    resultsCrumbs(this.slug(), this.round.hasValue() ? this.round.value().title : null),
  );
  protected readonly sections = computed(() => resultsSections(this.slug()));
  protected readonly ballotsUrl = computed(() => this.api.ballotsUrl(this.slug()));
  protected readonly bundleUrl = computed(() =>
    this.results.hasValue() ? this.api.bundleUrl(this.results.value().countId) : '',
  );
  private readonly votedHere = computed(
    () => this.results.hasValue() && this.round.hasValue() && !this.round.value().imported,
  );
  private readonly exportFiles = this.api.files(this.slug, this.votedHere);
  /** The published files of the vote; null where there are none, undefined until that is known. */
  protected readonly files = computed(() => {
    if (this.exportFiles.hasValue()) return this.exportFiles.value();
    const known = this.round.hasValue() && (!this.votedHere() || this.exportFiles.error() !== undefined);
    return known ? null : undefined;
  });
  protected readonly stateName = roundStateName;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (this.results.hasValue())
        head.name($localize`Results: ${this.results.value().roundTitle}:round:`, this.headline());
      else if (this.notPublished()) head.name($localize`Results are not published yet`);
    });
  }

  protected money(minor: number): string {
    const currency = this.results.hasValue() ? this.results.value().currency : 'GBP';
    return formatMoney(minor, currency, this.locale);
  }

  protected number(value: number): string {
    return formatCount(value, this.locale);
  }
}
