import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { Button } from '@commonthread/govuk';
import { filter, map } from 'rxjs';
import { IdleTime } from './idle-time.js';
import { SharedDevice } from './shared-device.js';

/** On every page while a device is shared: says so, wipes it on request, and after idle time with a warning first. */
@Component({
  selector: 'ct-shared-device-bar',
  imports: [Button],
  providers: [IdleTime],
  templateUrl: './shared-device-bar.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharedDeviceBar {
  private readonly device = inject(SharedDevice);
  private readonly idle = inject(IdleTime);
  private readonly router = inject(Router);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => pathOf(urlAfterRedirects)),
    ),
    { initialValue: pathOf(this.router.url) },
  );
  private wiping = false;

  protected readonly held = this.device.held;
  /** The start page holds nothing of anybody. */
  protected readonly atStart = computed(() => this.path() === this.device.home());
  protected readonly asked = signal(false);
  protected readonly secondsLeft = computed(() => (this.atStart() ? null : this.idle.secondsLeft()));
  protected readonly warns = computed(() => this.secondsLeft() !== null && !this.held());

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.warns() && !dialog.open) dialog.showModal();
      if (!this.warns() && dialog.open) dialog.close();
    });
    effect(() => {
      if (this.warns() && this.secondsLeft() === 0) void this.wipe('idle');
    });
  }

  /** The first press asks, where a wipe would lose a vote; the second means it. */
  protected wipeNow(): void {
    if (this.held() && !this.asked()) this.asked.set(true);
    else void this.wipe('done');
  }

  protected goOn(): void {
    this.idle.goOn();
  }

  private async wipe(why: 'done' | 'idle'): Promise<void> {
    if (this.wiping) return;
    this.wiping = true;
    await this.device.wipe(why).finally(() => (this.wiping = false));
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
