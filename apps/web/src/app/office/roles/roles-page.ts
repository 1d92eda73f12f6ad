import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { Breadcrumbs, Button, DayPipe, EmptyState, ErrorSummary } from '@commonthread/govuk';
import { DateInput, Select, TextInput } from '@commonthread/govuk/forms';
import { lastValue } from '../../shell/last-value.js';
import { roleName } from '../../shell/role-names.js';
import type { Role } from '../../shell/session/session.js';
import { Waiting } from '../../shell/waiting.js';
import { Act } from '../act.js';
import { OfficeApi } from '../office-api.js';
import { OfficePlaces } from '../office-places.js';

const GRANTED: readonly Role[] = [
  'officer',
  'reviewer',
  'facilitator',
  'moderator',
  'auditor',
  'administrator',
  'youth-member',
  'guardian',
  'juror',
];
const FIELDS = { email: 'email', role: 'role', placeSlug: 'role-place', from: 'from', to: 'to' };

/** Who may do what where: an administrator gives roles and takes them back. */
@Component({
  selector: 'ct-roles-page',
  imports: [Breadcrumbs, Button, DateInput, DayPipe, EmptyState, ErrorSummary, Select, TextInput, Waiting],
  providers: [OfficePlaces],
  templateUrl: './roles-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RolesPage {
  private readonly api = inject(OfficeApi);
  private readonly known = inject(OfficePlaces);

  protected readonly crumbs = [{ label: $localize`Office`, link: '/office' }];
  protected readonly roleName = roleName;
  protected readonly fields = FIELDS;
  protected readonly places = computed(() => this.known.mine('administrator'));
  protected readonly place = signal('');
  protected readonly grants = this.api.roles(this.place);
  protected readonly shown = lastValue(this.grants);
  protected readonly granting = new Act('email', FIELDS);
  protected readonly revoking = new Act('grants');
  protected readonly told = signal('');
  protected readonly email = signal('');
  protected readonly role = signal<string>('officer');
  protected readonly rolePlace = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly roles = GRANTED.map((role) => ({ value: role, label: roleName(role) }));

  constructor() {
    effect(() => {
      const widest = this.places()[0]?.value ?? '';
      if (!this.place()) this.place.set(widest);
      if (!this.rolePlace()) this.rolePlace.set(widest);
    });
  }

  protected async grant(event: Event): Promise<void> {
    event.preventDefault();
    this.granting.refuse([]);
    if (!this.email().trim()) {
      return this.granting.refuse([
        { fieldId: 'email', message: $localize`Enter the person’s e-mail address` },
      ]);
    }
    await this.granting.run(async () => {
      const grant = await this.api.grantRole({
        email: this.email().trim(),
        role: this.role() as Role,
        placeSlug: this.rolePlace(),
        ...(this.from() ? { from: this.from() } : {}),
        ...(this.to() ? { to: this.to() } : {}),
      });
      this.told.set($localize`${grant.displayName}:name: now holds this role.`);
      this.email.set('');
      this.grants.reload();
    });
  }

  protected async revoke(grant: Api<'RoleGrantDto'>): Promise<void> {
    await this.revoking.run(async () => {
      await this.api.revokeRole(grant.id);
      this.told.set($localize`${grant.displayName}:name: no longer holds this role.`);
      this.grants.reload();
    });
  }
}
