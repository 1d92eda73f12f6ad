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
  CountPipe,
  DayPipe,
  InsetText,
  MoneyPipe,
  NotificationBanner,
  Tag,
  Thread,
  TimePipe,
} from '@commonthread/govuk';
import { CtMap } from '@commonthread/govuk/map';
import { Attached } from '../shell/attachments/attached.js';
import { AttachmentsApi } from '../shell/attachments/attachments-api.js';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { lastValue } from '../shell/last-value.js';
import { hasListOfVoters, ListOfVoters } from '../shell/list-of-voters.js';
import { PageHead } from '../shell/page-head.js';
import {
  proposalEnded,
  proposalStateColour,
  proposalStateName,
  proposalStep,
} from '../shell/proposal-states.js';
import { SITE } from '../shell/site.js';
import { Waiting } from '../shell/waiting.js';
import { categoryName } from './categories.js';
import { ProposalReview } from './proposal-review.js';
import { CoAuthors } from './co-authors.js';
import { JoiningNotes } from './joining-notes.js';
import { ProjectDelivery } from './project-delivery.js';
import { ProposalComments } from './proposal-comments.js';
import { ProposalText } from './proposal-text.js';
import { isEditable, isShareable, isWithdrawable, latestReason, proposalWords } from './proposal-words.js';
import { ProposalsApi } from './proposals-api.js';
import { SimilarProposals } from './similar-proposals.js';
import { TakePart } from './take-part.js';
import { WithdrawProposal } from './withdraw-proposal.js';

/** States in which a proposal has money and somebody to build it. */
const FUNDED: ReadonlySet<string> = new Set(['funded', 'in-delivery', 'delivered', 'stopped']);

@Component({
  selector: 'ct-proposal-page',
  imports: [
    Attached,
    Breadcrumbs,
    Button,
    CoAuthors,
    CountPipe,
    CtMap,
    DayPipe,
    InsetText,
    JoiningNotes,
    ListOfVoters,
    MoneyPipe,
    NotificationBanner,
    ProjectDelivery,
    ProposalComments,
    ProposalReview,
    ProposalText,
    RouterLink,
    SimilarProposals,
    Tag,
    TakePart,
    Thread,
    TimePipe,
    Waiting,
    WithdrawProposal,
  ],
  templateUrl: './proposal-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalPage {
  private readonly api = inject(ProposalsApi);
  private readonly locale = inject(LOCALE_ID);

  /** Bound from the route. */
  readonly number = input.required<string>();
  /** Bound from the query: set when its author has just sent it in. */
  readonly sent = input<string>();

  protected readonly site = inject(SITE);
  protected readonly resource = this.api.proposal(this.number);
  private readonly last = lastValue(this.resource);
  /** Not the one before, when the page goes from one proposal to another. */
  protected readonly proposal = computed(() => {
    const proposal = this.last();
    return String(proposal?.number) === this.number() ? proposal : undefined;
  });
  protected readonly attached = inject(AttachmentsApi).of(() =>
    this.proposal() && !this.elsewhere() ? { ownerKind: 'proposal', ownerId: this.number() } : undefined,
  );
  protected readonly delivery = this.api.delivery(() => {
    const state = this.proposal()?.state;
    return state && FUNDED.has(state) ? this.number() : undefined;
  });
  private readonly round = this.api.round(() => this.proposal()?.round.slug);
  protected readonly boundaries = this.api.boundaries(() => {
    const round = this.round.hasValue() ? this.round.value() : undefined;
    return round && !this.elsewhere() && this.marker() ? round.place.slug : undefined;
  });
  /** Whether its election was held elsewhere: then its place and state here say nothing, and nobody here can support it. */
  protected readonly elsewhere = computed(() => this.round.hasValue() && heldElsewhere(this.round.value()));

  /** Its round, while one can vote there or join the list of voters, unless the proposal is out of it. */
  protected readonly votable = computed(() => {
    const round = this.round.hasValue() ? this.round.value() : undefined;
    const proposal = this.proposal();
    return round && proposal && !proposalEnded(proposal.state) && hasListOfVoters(round) ? round : null;
  });

  protected readonly crumbs = computed(() => {
    const round = this.proposal()?.round;
    return [
      { label: $localize`Home`, link: '/' },
      { label: $localize`Rounds`, link: '/rounds' },
      ...(round ? [{ label: round.title, link: `/rounds/${round.slug}` }] : []),
    ];
  });
  protected readonly words = computed(() => {
    const proposal = this.proposal();
    return proposal && proposalWords(proposal, this.locale);
  });
  protected readonly reason = computed(() => {
    const proposal = this.proposal();
    return proposal ? latestReason(proposal) : null;
  });
  /** Whether its review has come to something that is told point by point. */
  protected readonly reviewed = computed(() =>
    ['changes-asked', 'accepted', 'not-taken-forward'].includes(this.proposal()?.state ?? ''),
  );
  protected readonly thread = computed(() => {
    const proposal = this.proposal();
    const step = proposal && proposalStep(proposal.state);
    if (!proposal || !step) return null;
    const ended = proposalEnded(proposal.state);
    return { step, ended, notes: ended ? { [step]: $localize`It ended here` } : {} };
  });
  protected readonly marker = computed(() => {
    if (this.elsewhere()) return null;
    const { latitude, longitude, title } = this.proposal() ?? {};
    return latitude === null || latitude === undefined || longitude === null || longitude === undefined
      ? null
      : { latitude, longitude, label: title ?? '', strong: true };
  });

  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
  protected readonly categoryName = categoryName;
  protected readonly isEditable = isEditable;
  protected readonly isWithdrawable = isWithdrawable;
  protected readonly isShareable = isShareable;

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const proposal = this.proposal();
      if (proposal) head.name(proposal.title, proposal.summary);
    });
  }

  protected again(): void {
    this.resource.reload();
  }

  protected mapLabel(title: string): string {
    return $localize`Map of where ${title}:proposal: would be`;
  }
}
