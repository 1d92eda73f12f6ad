import { FileRefused } from '../attachments.errors.js';

export type ContentType = 'jpeg' | 'png' | 'webp' | 'pdf';

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/**
 * What a file is by its first bytes. Its name and the type the browser claims are never asked.
 *
 * @throws FileRefused when it is nothing we take
 */
export function typeByContent(bytes: Buffer): ContentType {
  if (bytes.length === 0) throw new FileRefused('attachment.empty', 'The file is empty.');
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp';
  if (starts(bytes, '%PDF-')) return 'pdf';
  throw new FileRefused('attachment.type-refused', 'Choose a JPEG, PNG or WebP picture, or a PDF.');
}
