import { FileRefused } from '../attachments.errors.js';

const MOST_BYTES = 10 * 1024 * 1024;
const HEADER = /^%PDF-(1\.[0-7]|2\.0)[\r\n\s]/;
/** Names that make a viewer run, start or fetch something, or carry another file. Written with `#` escapes they are refused too. */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z0-9])/;
const NAME_ESCAPE = /#([0-9A-Fa-f]{2})/g;

/**
 * Lets a plain PDF through as it is. It is never shown in our pages, only handed out as a download, so what is
 * hidden in a compressed part of it cannot act on this site.
 *
 * @throws FileRefused
 */
export function checkPdf(bytes: Buffer): void {
  if (bytes.length > MOST_BYTES)
    throw new FileRefused('attachment.too-large', 'A PDF can have at most 10 megabytes.');
  const head = bytes.subarray(0, 16).toString('latin1');
  const tail = bytes.subarray(-2048).toString('latin1');
  if (!HEADER.test(head) || !tail.includes('%%EOF'))
    throw new FileRefused('attachment.unreadable', 'This PDF is damaged or cut off.');
  const names = bytes
    .toString('latin1')
    .replace(NAME_ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  if (ACTIVE.test(names))
    throw new FileRefused(
      'attachment.active-content',
      'This PDF contains scripts, forms or other files. Print it to a new PDF and choose that.',
    );
}
