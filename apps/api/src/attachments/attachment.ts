import type { Readable } from 'node:stream';

export type AttachmentKind = 'image' | 'pdf';

/** The thing an attachment belongs to: `{ kind: 'proposal', id: '12' }`. */
export interface OwnerRef {
  readonly kind: string;
  readonly id: string;
}

export interface Attachment {
  /** Random, 122 bits: it cannot be guessed from another. */
  readonly id: string;
  readonly owner: OwnerRef;
  readonly kind: AttachmentKind;
  /** What is to be seen, in words; for a document, what it is. */
  readonly alt: string;
  /** Of the largest picture, pixels; `null` for a document. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of the largest file. */
  readonly bytes: number;
  readonly addedAt: Date;
}

/** One file as it is stored. */
export interface StoredFile {
  /** `800.webp`, `1600.jpg`, `document.pdf`. */
  readonly name: string;
  readonly content: Buffer;
}

/** A file on its way out. */
export interface OpenFile {
  readonly content: Readable;
  readonly bytes: number;
}

/** Widths a picture is kept in, pixels; none is made larger than it came. */
export const WIDTHS = [320, 800, 1600] as const;
export const DOCUMENT = 'document.pdf';

/** Names that exist in the store, with the type they are served as. Nothing else is ever asked for. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  '320.webp': 'image/webp',
  '800.webp': 'image/webp',
  '1600.webp': 'image/webp',
  '1600.jpg': 'image/jpeg',
  [DOCUMENT]: 'application/pdf',
};
