import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import { asReader } from '../session/as-reader.js';
import { Session } from '../session/session.js';

export type Attachment = Api<'AttachmentDto'>;
/** What pictures belong to: `{ ownerKind: 'proposal', ownerId: '12' }`. */
export interface AttachmentOwner {
  readonly ownerKind: string;
  readonly ownerId: string;
}

/** Every call about pictures and documents. Reads are made in field initialisers; writes reject with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class AttachmentsApi {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  /** Waits while the owner is not known. */
  of(owner: () => AttachmentOwner | undefined): HttpResourceRef<Attachment[] | undefined> {
    return httpResource<Attachment[]>(() => {
      const known = owner();
      return known && asReader(this.session, { url: '/api/attachments', params: { ...known } });
    });
  }

  /** attachment.type-refused and its like, with the field `file` */
  add({ ownerKind, ownerId }: AttachmentOwner, alt: string, file: File): Promise<Attachment> {
    const form = new FormData();
    form.set('ownerKind', ownerKind);
    form.set('ownerId', ownerId);
    form.set('alt', alt);
    form.set('file', file);
    return firstValueFrom(this.http.post<Attachment>('/api/attachments', form));
  }

  describe(id: string, alt: string): Promise<Attachment> {
    return firstValueFrom(this.http.patch<Attachment>(`/api/attachments/${id}`, { alt }));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/attachments/${id}`));
  }
}
