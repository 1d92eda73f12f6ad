import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

let banners = 0;

/** Something the reader should know that the page is not about. `success` is announced when it appears. */
@Component({
  selector: 'ct-notification-banner',
  template: `
    <div
      class="govuk-notification-banner"
      [class.govuk-notification-banner--success]="kind() === 'success'"
      [attr.role]="kind() === 'success' ? 'alert' : 'region'"
      [attr.aria-labelledby]="titleId"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" [id]="titleId">{{ title() }}</h2>
      </div>
      <div class="govuk-notification-banner__content"><ng-content /></div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationBanner {
  readonly kind = input<'important' | 'success'>('important');
  readonly heading = input<string | null>(null);

  protected readonly titleId = `banner-${++banners}`;
  protected readonly title = computed(
    () => this.heading() ?? (this.kind() === 'success' ? $localize`Success` : $localize`Important`),
  );
}
