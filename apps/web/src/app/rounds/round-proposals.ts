import { ChangeDetectionStrategy, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, formatMoney, Tag } from '@commonthread/govuk';
import { CtMap } from '@commonthread/govuk/map';
import { heldElsewhere } from '../shell/held-elsewhere.js';
import { type ProposalState, proposalStateColour, proposalStateName } from '../shell/proposal-states.js';
import { SITE } from '../shell/site.js';
import { proposalsTally, supportersTally } from '../shell/tallies.js';
import { Waiting } from '../shell/waiting.js';
import { type Round, RoundsApi } from './rounds-api.js';

const WON: ReadonlySet<ProposalState> = new Set(['funded', 'in-delivery', 'delivered'] as const);

/** A first look at the proposals of a round: where they are and the best supported of them. */
@Component({
  selector: 'ct-round-proposals',
  imports: [CtMap, EmptyState, RouterLink, Tag, Waiting],
  templateUrl: './round-proposals.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundProposals {
  private readonly api = inject(RoundsApi);
  private readonly locale = inject(LOCALE_ID);

  readonly round = input.required<Round>();

  protected readonly site = inject(SITE);
  protected readonly page = this.api.proposals(this.round);
  protected readonly pins = this.api.pins(() => this.round().slug);
  protected readonly boundaries = this.api.boundaries(() =>
    heldElsewhere(this.round()) ? undefined : this.round().place.slug,
  );
  protected readonly markers = computed(() =>
    (this.pins.hasValue() ? this.pins.value() : []).map(({ number, title, latitude, longitude, state }) => ({
      latitude,
      longitude,
      label: title,
      link: `/proposals/${number}`,
      strong: WON.has(state),
    })),
  );

  protected readonly elsewhere = heldElsewhere;
  protected readonly stateName = proposalStateName;
  protected readonly stateColour = proposalStateColour;
  protected readonly all = (n: number): string => proposalsTally(n, this.locale);
  protected readonly supporters = (n: number): string => supportersTally(n, this.locale);

  protected cost(pence: number, currency: string): string {
    return formatMoney(pence, currency, this.locale);
  }

  protected mapLabel(): string {
    return $localize`Map of the proposals of ${this.round().title}:round:`;
  }
}
