import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Breadcrumbs,
  Button,
  DayPipe,
  EmptyState,
  ErrorSummary,
  type FieldError,
  NotificationBanner,
} from '@commonthread/govuk';
import { refusalOf } from '../shell/refusal.js';
import { OpenLists } from '../shell/open-lists.js';
import { Session } from '../shell/session/session.js';
import { accountErrors } from './refusals.js';
import { roleName } from '../shell/role-names.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';
import { YourDetails } from './your-details.js';

@Component({
  selector: 'ct-account-page',
  imports: [
    Breadcrumbs,
    Button,
    DayPipe,
    EmptyState,
    ErrorSummary,
    NotificationBanner,
    OpenLists,
    RouterLink,
    SecondFactorSetUp,
    YourDetails,
  ],
  templateUrl: './account-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly crumbs = [{ label: $localize`Home`, link: '/' }];
  protected readonly me = this.session.me;
  protected readonly roleName = roleName;
  protected readonly leaving = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);

  protected async signOut(): Promise<void> {
    await this.leave(() => this.session.signOut());
  }

  protected async signOutEverywhere(): Promise<void> {
    await this.leave(() => this.session.signOutEverywhere());
  }

  private async leave(how: () => Promise<void>): Promise<void> {
    this.errors.set([]);
    this.leaving.set(true);
    try {
      await how();
      await this.router.navigateByUrl('/');
    } catch (cause) {
      this.errors.set(accountErrors(refusalOf(cause), {}, 'sign-out'));
    } finally {
      this.leaving.set(false);
    }
  }
}
