import { isPlatformBrowser } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  PLATFORM_ID,
  resource,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Breadcrumbs, Button, NotificationBanner, WarningText } from '@commonthread/govuk';
import { lastValue } from '../shell/last-value.js';
import { PageHead } from '../shell/page-head.js';
import { Session } from '../shell/session/session.js';
import { SharedDevice } from '../shell/shared-device/shared-device.js';
import { Waiting } from '../shell/waiting.js';
import { BallotApi } from './ballot-api.js';
import { WithoutAccount } from './without-account.js';

/**
 * Where a helper at a stall or in a library starts the device for one voter after another, and where it says that it is
 * clean. Nobody need be signed in: a helper's own session has no place on a device that others vote on.
 */
@Component({
  selector: 'ct-assisted-page',
  imports: [Breadcrumbs, Button, NotificationBanner, RouterLink, Waiting, WarningText, WithoutAccount],
  templateUrl: './assisted-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssistedPage {
  private readonly api = inject(BallotApi);
  private readonly device = inject(SharedDevice);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  /** Bound from the route. */
  readonly slug = input.required<string>();
  /** Why the device was wiped a moment ago. */
  readonly clean = input<string | undefined>(undefined);
  /** `left`: the server could not be reached to end the session. */
  readonly sessionOf = input<string | undefined>(undefined, { alias: 'session' });

  protected readonly roundResource = this.api.round(this.slug);
  protected readonly round = lastValue(this.roundResource);
  protected readonly voting = computed(() => this.round()?.state === 'voting');
  protected readonly me = this.session.me;
  protected readonly on = this.device.on;
  protected readonly starting = signal(false);
  /** Nothing is said before it is so. */
  protected readonly wiped = resource({
    params: () => (this.inBrowser && this.clean() !== undefined ? true : undefined),
    loader: () => this.device.wipeRest().then(() => true),
  });
  protected readonly crumbs = computed(() => [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
    { label: this.round()?.title ?? this.slug(), link: `/rounds/${this.slug()}` },
  ]);

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const round = this.round();
      if (round) head.name($localize`Voting on a shared device: ${round.title}:round:`, round.summary);
    });
  }

  /** The device is wiped first: what an earlier visitor left is not the next one's. */
  protected async startFor(): Promise<void> {
    this.starting.set(true);
    try {
      await this.device.begin(`/rounds/${this.slug()}/vote/assisted`);
      await this.router.navigate(['/rounds', this.slug(), 'vote'], { replaceUrl: true });
    } finally {
      this.starting.set(false);
    }
  }

  protected async end(): Promise<void> {
    await this.device.end();
    await this.router.navigate(['/rounds', this.slug()], { replaceUrl: true });
  }
}
