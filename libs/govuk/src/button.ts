import { computed, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * A GOV.UK button on a native `button` or `a`. While `busy` it says so to readers and swallows clicks, so a
 * double click sends once; it is never removed from the tab order. A link with the role of a button answers to the space
 * bar too, as its readers are told.
 */
@Directive({
  selector: 'button[ctButton], a[ctButton]',
  host: {
    '[class]': 'classes()',
    '[attr.aria-disabled]': 'busy() ? true : null',
    '(keydown.space)': 'press($event)',
  },
})
export class Button {
  readonly ctButton = input<'' | 'secondary' | 'warning' | 'inverse' | 'start'>('');
  readonly busy = input(false);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly classes = computed(
    () => `govuk-button${this.ctButton() ? ` govuk-button--${this.ctButton()}` : ''}`,
  );

  constructor() {
    // Listeners of the template come before those of a host, so this one listens on the way down.
    this.element.addEventListener('click', (event) => this.guard(event), { capture: true });
  }

  /** A native button does this by itself. */
  protected press(event: Event): void {
    if (this.element.getAttribute('role') !== 'button') return;
    event.preventDefault();
    this.element.click();
  }

  private guard(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
