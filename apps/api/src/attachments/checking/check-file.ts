import { Injectable } from '@nestjs/common';

import { type AttachmentKind, DOCUMENT, type StoredFile } from '../attachment.js';
import { FileRefused } from '../attachments.errors.js';
import { checkPdf } from './check-pdf.js';
import { redrawImage } from './redraw-image.js';
import { typeByContent } from './type-by-content.js';

export interface CheckedFile {
  readonly kind: AttachmentKind;
  readonly width: number | null;
  readonly height: number | null;
  readonly files: readonly StoredFile[];
}

/** Turns what somebody sent into what may be stored. Pictures wait for one another: memory has a ceiling. */
@Injectable()
export class CheckFile {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws FileRefused */
  async execute(bytes: Buffer, takes: readonly AttachmentKind[]): Promise<CheckedFile> {
    const kind = typeByContent(bytes) === 'pdf' ? 'pdf' : 'image';
    if (!takes.includes(kind))
      throw new FileRefused('attachment.type-refused', 'Choose a JPEG, PNG or WebP picture.');
    if (kind === 'pdf') {
      checkPdf(bytes);
      return { kind, width: null, height: null, files: [{ name: DOCUMENT, content: bytes }] };
    }
    return { kind, ...(await this.inTurn(() => redrawImage(bytes))) };
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
