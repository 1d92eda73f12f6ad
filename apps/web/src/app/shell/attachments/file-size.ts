import { Pipe, type PipeTransform } from '@angular/core';

/** `{{ 1500000 | ctFileSize }}`: 1.5 MB */
@Pipe({ name: 'ctFileSize' })
export class FileSizePipe implements PipeTransform {
  transform(bytes: number): string {
    const kilobytes = Math.max(1, Math.round(bytes / 1000));
    return kilobytes < 1000
      ? $localize`${kilobytes}:size: kB`
      : $localize`${(kilobytes / 1000).toFixed(1)}:size: MB`;
  }
}
