import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'ct-not-yours-page',
  imports: [RouterLink],
  template: `
    <div class="ct-text">
      <h1 class="govuk-heading-l" i18n>You cannot use this page</h1>
      <p class="govuk-body" i18n>
        It is for people who hold another role than you do. If you should hold it, ask an administrator of
        your council.
      </p>
      <p class="govuk-body"><a class="govuk-link" routerLink="/" i18n>Go to the home page</a></p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotYoursPage {}
