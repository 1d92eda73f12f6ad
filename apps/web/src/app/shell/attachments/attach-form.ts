import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { FileInput, Textarea } from '@commonthread/govuk/forms';
import { errorFor, fieldErrors, refusalOf } from '../refusal.js';
import { type Attachment, type AttachmentOwner, AttachmentsApi } from './attachments-api.js';
import { FileSizePipe } from './file-size.js';

const MOST_BYTES = 15 * 1024 * 1024;
const IDS = { file: 'picture-file', alt: 'picture-alt' };

/** Adds pictures to something and takes them away again. What was typed stays when sending fails. */
@Component({
  selector: 'ct-attach-form',
  imports: [Button, ErrorSummary, FileInput, FileSizePipe, Textarea],
  templateUrl: './attach-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachForm {
  private readonly api = inject(AttachmentsApi);

  readonly owner = input.required<AttachmentOwner>();
  readonly items = input.required<readonly Attachment[]>();
  readonly most = input(5);
  readonly documentsToo = input(true);
  /** Something was added or removed: ask for the list again. */
  readonly changed = output();

  protected readonly file = signal<File | null>(null);
  protected readonly alt = signal('');
  protected readonly sending = signal(false);
  protected readonly removing = signal<string | null>(null);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly done = signal('');
  /** A fresh file field after each picture. */
  protected readonly turn = signal([0]);
  protected readonly accept = computed(
    () => `image/jpeg,image/png,image/webp${this.documentsToo() ? ',application/pdf' : ''}`,
  );
  protected readonly hint = computed(() =>
    this.documentsToo()
      ? $localize`A photo (JPEG, PNG or WebP) up to 15 MB, or a PDF up to 10 MB. Where a photo was taken is removed from the file.`
      : $localize`A photo (JPEG, PNG or WebP) up to 15 MB. Where it was taken is removed from the file.`,
  );
  protected readonly errorFor = (id: string): string | null => errorFor(this.errors(), id);

  protected pick(file: File | null): void {
    this.file.set(file);
    this.errors.set([]);
    this.done.set('');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    const wrong = this.wrong();
    this.errors.set(wrong);
    if (!file || wrong.length > 0 || this.sending()) return;
    this.sending.set(true);
    this.done.set('');
    try {
      await this.api.add(this.owner(), this.alt().trim(), file);
      this.file.set(null);
      this.alt.set('');
      this.turn.update(([turn = 0]) => [turn + 1]);
      this.done.set($localize`It was added.`);
      this.changed.emit();
    } catch (cause) {
      this.errors.set(fieldErrors(refusalOf(cause), IDS, IDS.file));
    } finally {
      this.sending.set(false);
    }
  }

  protected async remove(id: string): Promise<void> {
    if (this.removing()) return;
    this.removing.set(id);
    this.errors.set([]);
    try {
      await this.api.remove(id);
      this.done.set($localize`It was removed.`);
      this.changed.emit();
    } catch (cause) {
      this.errors.set(fieldErrors(refusalOf(cause), IDS, 'pictures'));
    } finally {
      this.removing.set(null);
    }
  }

  private wrong(): FieldError[] {
    const file = this.file();
    const errors: FieldError[] = [];
    if (!file) errors.push({ fieldId: IDS.file, message: $localize`Choose a file first` });
    else if (file.size > MOST_BYTES)
      errors.push({ fieldId: IDS.file, message: $localize`Choose a file of at most 15 MB` });
    if (this.alt().trim().length < 5)
      errors.push({ fieldId: IDS.alt, message: $localize`Say what it shows, for people who cannot see it` });
    return errors;
  }
}
