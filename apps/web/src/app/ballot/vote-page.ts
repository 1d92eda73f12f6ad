import { isPlatformBrowser } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  PLATFORM_ID,
  resource,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Choice } from '@commonthread/ballot-protocol';
import { Breadcrumbs, Button, Details, EmptyState, Tag, Thread, TimePipe } from '@commonthread/govuk';
import { ContactLine } from '../shell/contact-line.js';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { Session } from '../shell/session/session.js';
import { SharedDevice } from '../shell/shared-device/shared-device.js';
import { UntilPipe, untilWords } from '../shell/until.js';
import { Waiting } from '../shell/waiting.js';
import { BallotApi, type MyRoll } from './ballot-api.js';
import { Booth } from './booth.js';
import { RollStatus } from './claim/roll-status.js';
import { CodeEntry } from './code-entry.js';
import { BoothDoor } from './device/booth-door.js';
import { DEVICE_STORE } from './device/device-store.js';
import { BY_CODE, draftKey, voteKey, type KeptVote, type Owner } from './device/kept-vote.js';
import { tabReceipt } from './device/tab-receipt.js';
import { whichVote } from './device/which-vote.js';
import { Elections } from './elections.js';
import { EvidenceLink } from './evidence-link.js';
import { explain } from './refusals.js';
import { WithoutAccount } from './without-account.js';

/** What this device holds of one owner's vote. */
interface Found {
  readonly owner: Owner;
  readonly vote: KeptVote | null;
  readonly draft: readonly Choice[] | null;
}

type Shown = Found & { readonly style: string };

interface Ground {
  readonly byCode: KeptVote | null;
  readonly found: Found | null;
  readonly roll: MyRoll | null;
}

@Component({
  selector: 'ct-vote-page',
  imports: [
    Booth,
    Breadcrumbs,
    Button,
    CodeEntry,
    ContactLine,
    Details,
    EmptyState,
    EvidenceLink,
    RollStatus,
    RouterLink,
    Tag,
    Thread,
    TimePipe,
    UntilPipe,
    Waiting,
    WithoutAccount,
  ],
  templateUrl: './vote-page.html',
  providers: [BoothDoor],
  host: { '(document:visibilitychange)': 'lookAgain()' },
  styleUrl: './ballot.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VotePage {
  private readonly api = inject(BallotApi);
  private readonly elections = inject(Elections);
  private readonly session = inject(Session);
  private readonly store = inject(DEVICE_STORE);
  private readonly door = inject(BoothDoor);
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  private readonly device = inject(SharedDevice);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  /** Bound from the route. */
  readonly slug = input.required<string>();

  protected readonly roundResource = this.api.round(this.slug);
  protected readonly round = lastValue(this.roundResource);
  protected readonly rollResource = this.api.myRoll(this.slug);
  /** What the API said after an act, until it is asked again. */
  private readonly told = signal<MyRoll | null>(null);
  private readonly asked = lastValue(this.rollResource);
  protected readonly roll = computed(() => this.told() ?? this.asked() ?? null);
  protected readonly known = this.session.known;
  protected readonly me = this.session.me;
  protected readonly shared = this.device.on;
  protected readonly wiped = signal(false);
  protected readonly codeVote = signal<KeptVote | null>(null);
  /** Another tab holds the ballot: this one shows none. */
  protected readonly elsewhere = signal(false);
  /** The other tab may have voted meanwhile: nothing known before is believed until it was asked for again. */
  private readonly afresh = signal(false);

  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: this.round()?.title ?? this.slug(), link: `/rounds/${this.slug()}` },
  ]);
  protected readonly voting = computed(() => this.round()?.state === 'voting');
  protected readonly until = computed(() => {
    const at = this.round()?.nextChangeAt;
    return at ? untilWords(at, this.locale) : null;
  });
  protected readonly opensAt = computed(
    () => this.round()?.phases.find(({ kind }) => kind === 'voting')?.opensAt ?? null,
  );

  /** The ballot box is asked from the browser alone: the server never talks about a vote. */
  protected readonly election = resource({
    params: () => {
      const round = this.round();
      return this.inBrowser && round?.state === 'voting' ? round : undefined;
    },
    loader: ({ params }) => this.elections.open(params),
  });
  protected readonly electionRefusal = computed(() => {
    const failure = this.election.error();
    return failure ? explain(failure.cause ?? failure) : null;
  });

  /** Stays the same while a session is renewed: a ballot must not be opened anew under the voter's hands. */
  private readonly owner = computed(() => (this.known() ? (this.me()?.id ?? BY_CODE) : null));
  private readonly electionId = computed(() => this.round()?.id ?? null);

  /** What is kept here: for who is signed in, or for a change by code that was interrupted. */
  protected readonly kept = resource({
    params: () => {
      const election = this.electionId();
      const owner = this.owner();
      return this.inBrowser && this.voting() && election && owner ? { election, owner } : undefined;
    },
    loader: ({ params: { election, owner } }) => this.lookFor(election, owner),
  });

  protected readonly opening = computed(
    () => this.kept.isLoading() || (this.afresh() && this.rollResource.isLoading()),
  );

  /** Whose ballot the page shows, once there is one to show; then it stays, whatever the list of voters says later. */
  protected readonly booth = linkedSignal<Ground, Shown | null>({
    source: () => ({
      byCode: this.codeVote(),
      found: this.kept.hasValue() && !this.opening() ? this.kept.value() : null,
      roll: this.roll(),
    }),
    computation: ({ byCode, found, roll }, previous) => {
      if (byCode) return { owner: BY_CODE, vote: byCode, draft: null, style: byCode.style };
      if (!found) return null;
      if (previous?.value?.owner === found.owner) return previous.value;
      if (found.vote) return { ...found, style: found.vote.style };
      if (found.owner === BY_CODE || !roll?.style || roll.pass !== null) return null;
      return { ...found, style: roll.style };
    },
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.round();
      if (round) head.name($localize`Vote: ${round.title}:round:`, round.summary);
    });
    effect(() => {
      if (!this.rollResource.isLoading()) this.afresh.set(false);
    });
  }

  protected async openByCode(vote: KeptVote): Promise<void> {
    const free = await this.door.enter(voteKey(vote.election, BY_CODE));
    this.elsewhere.set(!free);
    if (free) this.codeVote.set(vote);
  }

  /** The other tab may be closed by now. */
  protected openHere(): void {
    this.told.set(null);
    this.afresh.set(true);
    this.rollResource.reload();
    this.kept.reload();
  }

  protected lookAgain(): void {
    if (this.elsewhere() && document.visibilityState === 'visible') this.openHere();
  }

  protected rollChanged(roll: MyRoll): void {
    this.told.set(roll);
  }

  protected async signIn(): Promise<void> {
    await this.router.navigate(['/account/sign-in'], {
      queryParams: { return: `/rounds/${this.slug()}/vote` },
    });
  }

  /** After the ballot has wiped what was its own: the session too, so that the next person finds nobody signed in. */
  protected async finished(): Promise<void> {
    if (this.shared()) return this.device.wipe('done');
    this.door.leave();
    this.codeVote.set(null);
    this.wiped.set(true);
    // Without a connection the session is forgotten here all the same.
    if (this.me()) await this.session.signOut().catch(() => undefined);
  }

  /** Enters the booth before it looks: from then on no other tab changes what is kept. */
  private async lookFor(election: string, owner: Owner): Promise<Found | null> {
    const key = voteKey(election, owner);
    const free = await this.mayEnter(key, owner);
    this.elsewhere.set(!free);
    if (!free) return null;
    const [vote, draft] = await Promise.all([
      this.store.get<KeptVote>(key),
      this.store.get<readonly Choice[]>(draftKey(election, owner)),
    ]);
    return { owner, vote: whichVote(vote, tabReceipt.read(key)), draft: draft ?? null };
  }

  /** Whoever is not signed in stands in no booth, unless a change by code was interrupted here. */
  private async mayEnter(key: string, owner: Owner): Promise<boolean> {
    const begun =
      owner !== BY_CODE || whichVote(await this.store.get<KeptVote>(key), tabReceipt.read(key)) !== null;
    return !begun || this.door.enter(key);
  }
}
