import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { DEVICE_STORE } from './device/device-store.js';
import { evidenceKey } from './device/kept-vote.js';

/** What does not fit together, to save and hand to the council or to somebody who watches the vote. */
@Component({
  selector: 'ct-evidence-link',
  template: `
    <p class="govuk-body govuk-!-margin-bottom-0">
      <ng-container i18n>Tell the council, and a newspaper or a party you trust.</ng-container>
      @if (file(); as href) {
        <ng-container>&ngsp;</ng-container
        ><a class="govuk-link" download="evidence.json" [href]="href" i18n>Save the evidence (JSON)</a>.
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceLink {
  private readonly store = inject(DEVICE_STORE);

  readonly election = input.required<string>();

  private readonly evidence = resource({
    params: () => this.election(),
    loader: ({ params }) => this.store.get<unknown>(evidenceKey(params)),
  });
  protected readonly file = computed(() =>
    this.evidence.hasValue()
      ? `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(this.evidence.value(), null, 1))}`
      : null,
  );
}
