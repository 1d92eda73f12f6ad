import type { LightMyRequestResponse } from 'fastify';
import sharp from 'sharp';

import type { TestApp } from './test-app.js';

/** A picture that could have come from a phone: turned by its EXIF, with a place it was taken at. */
export function phonePicture(width = 400, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#4477aa' } })
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'canary-of-the-tests' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 1/1 0/1', GPSLongitudeRef: 'W' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export const PLAIN_PDF = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n');

/** Adds an attachment as a browser does. */
export function attach(
  api: TestApp,
  token: string | undefined,
  fields: Readonly<Record<string, string>>,
  file: Buffer | null,
  { name = 'picture.jpg', type = 'image/jpeg' } = {},
): Promise<LightMyRequestResponse> {
  const boundary = 'a-line-between-parts';
  const parts: Buffer[] = Object.entries(fields).map(([field, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
  );
  if (file) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
    parts.push(Buffer.from(head), file, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return api.app.inject({
    method: 'POST',
    url: '/api/attachments',
    payload: Buffer.concat(parts),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
}
