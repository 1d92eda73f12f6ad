import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SkipLink } from '@commonthread/govuk';
import { SharedMark } from './shell/shared-device/shared-mark.js';
import { SiteFooter } from './shell/site-footer.js';
import { SiteHeader } from './shell/site-header.js';

@Component({
  selector: 'ct-root',
  imports: [RouterOutlet, SiteFooter, SiteHeader, SkipLink],
  template: `
    <ct-skip-link />
    <ng-container #shared />
    <ct-site-header />
    <div class="govuk-width-container ct-page">
      <main class="govuk-main-wrapper" id="main" tabindex="-1"><router-outlet /></main>
    </div>
    <ct-site-footer />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  private readonly sharedAt = inject(SharedMark);
  private readonly place = viewChild.required('shared', { read: ViewContainerRef });

  constructor() {
    afterNextRender(() => this.sharedAt.look());
    // By hand: most readers never need it, and a deferred block would bring its machinery to everybody's first page.
    effect(() => {
      const place = this.place();
      if (this.sharedAt.home() === null) place.clear();
      else void this.showBar(place);
    });
  }

  private async showBar(place: ViewContainerRef): Promise<void> {
    const { SharedDeviceBar } = await import('./shell/shared-device/shared-device-bar.js');
    if (this.sharedAt.home() !== null && place.length === 0) place.createComponent(SharedDeviceBar);
  }
}
