import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The text of a mail, with the addresses in it as links. */
@Component({
  selector: 'ct-mail-text',
  template: `
    @for (part of parts(); track $index) {
      @if (part.link) {
        <a class="govuk-link" [href]="part.text">{{ part.text }}</a>
      } @else {
        <span>{{ part.text }}</span>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ct-mail__text' },
})
export class MailText {
  readonly text = input.required<string>();
  /** Addresses in the text, in their order. */
  readonly links = input.required<readonly string[]>();

  protected readonly parts = computed(() => {
    const parts: { text: string; link: boolean }[] = [];
    let rest = this.text().trim();
    for (const link of this.links()) {
      const at = rest.indexOf(link);
      if (at < 0) continue;
      if (at > 0) parts.push({ text: rest.slice(0, at), link: false });
      parts.push({ text: link, link: true });
      rest = rest.slice(at + link.length);
    }
    if (rest) parts.push({ text: rest, link: false });
    return parts;
  });
}
