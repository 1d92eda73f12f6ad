import { inject, LOCALE_ID, Pipe, type PipeTransform } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { aimOutline } from './aim-words.js';

/** An aim in a list, as one sentence. */
@Pipe({ name: 'ctAim' })
export class AimPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(aim: Api<'AimSummaryDto'>): string {
    return aimOutline(aim, this.locale);
  }
}
