import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { FileSizePipe } from './file-size.js';
import type { Attachment } from './attachments-api.js';

/** Pictures, each with its words below it, and documents to download. */
@Component({
  selector: 'ct-attached',
  imports: [FileSizePipe],
  template: `
    @if (pictures().length > 0) {
      <div class="ct-pictures">
        @for (picture of pictures(); track picture.id) {
          <figure class="ct-picture">
            <img
              class="ct-picture__image"
              [src]="picture.url"
              [attr.srcset]="picture.srcset"
              sizes="(min-width: 40em) 24rem, 100vw"
              [attr.width]="picture.width"
              [attr.height]="picture.height"
              [alt]="picture.alt"
              loading="lazy"
              decoding="async"
            />
            <figcaption class="govuk-body-s ct-picture__words" aria-hidden="true">
              {{ picture.alt }}
            </figcaption>
          </figure>
        }
      </div>
    }
    @if (documents().length > 0) {
      <ul class="govuk-list">
        @for (document of documents(); track document.id) {
          <li>
            <a class="govuk-link ct-anywhere" [href]="document.url" download>{{ document.alt }}</a>
            <span class="ct-soft"> (PDF, {{ document.bytes | ctFileSize }})</span>
          </li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Attached {
  readonly items = input.required<readonly Attachment[]>();

  protected readonly pictures = computed(() => this.items().filter(({ kind }) => kind === 'image'));
  protected readonly documents = computed(() => this.items().filter(({ kind }) => kind === 'pdf'));
}
