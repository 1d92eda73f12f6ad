import { Directive, ElementRef, inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * `<form method="get" action="/rounds" ctGetForm>`: filters and searches. Without JavaScript the browser sends it; with it
 * the router goes to the same address, without reloading and without the fields left empty.
 */
@Directive({ selector: 'form[ctGetForm]', host: { '(submit)': 'go($event)', role: 'search' } })
export class GetForm {
  private readonly router = inject(Router);
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;

  protected go(event: Event): void {
    event.preventDefault();
    const filled = [...new FormData(this.form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string' && field[1].trim() !== '',
    );
    void this.router.navigate([this.form.getAttribute('action') ?? '/'], {
      queryParams: Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])),
    });
  }
}
