import type { FastifyRequest } from 'fastify';

import { validation } from '../platform/http/index.js';
import { FileRefused } from './attachments.errors.js';
import { AddAttachmentDto } from './dto/attachment.dto.js';

const MOST_BYTES = 15 * 1024 * 1024;

/**
 * One file and its fields, in any order. The file's name and claimed type are not even looked at.
 *
 * @throws FileRefused | BadRequestException naming the faulty fields
 */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ fields: AddAttachmentDto; bytes: Buffer }> {
  const missing = new FileRefused('attachment.no-file', 'Choose a picture or a PDF.');
  if (!request.isMultipart()) throw missing;
  const given: Record<string, unknown> = {};
  let bytes: Buffer | undefined;
  for await (const part of request.parts({ limits: { fileSize: MOST_BYTES, files: 1, fields: 10 } })) {
    if (part.type === 'field') given[part.fieldname] = part.value;
    else bytes = await whole(part.toBuffer());
  }
  if (!bytes) throw missing;
  const fields = (await validation().transform(given, {
    type: 'body',
    metatype: AddAttachmentDto,
  })) as AddAttachmentDto;
  return { fields, bytes };
}

async function whole(reading: Promise<Buffer>): Promise<Buffer> {
  return reading.catch((fault: { code?: string }) => {
    if (fault.code !== 'FST_REQ_FILE_TOO_LARGE') throw fault;
    throw new FileRefused('attachment.too-large', 'The file can have at most 15 megabytes.');
  });
}
