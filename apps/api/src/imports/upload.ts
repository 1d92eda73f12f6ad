import type { Multipart } from '@fastify/multipart';
import type { Encoding } from '@commonthread/kernel/text-files';
import type { FastifyRequest } from 'fastify';

import { validation } from '../platform/http/index.js';
import { StartImportDto } from './dto/import.dto.js';
import { NoFile } from './imports.errors.js';
import type { Upload } from './start-import.js';

/**
 * The file of a multipart request as a stream. Fields may stand before or after it: they are checked
 * when the file has been read.
 *
 * @throws NoFile when there is none
 */
export async function uploadOf(request: FastifyRequest, confirmed?: Encoding): Promise<Upload> {
  if (!request.isMultipart()) throw new NoFile();
  const parts = request.parts();
  const given: Record<string, unknown> = {};
  const note = (part: Multipart): void => {
    if (part.type === 'field') given[part.fieldname] = part.value;
  };
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) throw new NoFile();
    if (part.type === 'field') {
      note(part);
      continue;
    }
    const fields = async (): Promise<StartImportDto> => {
      for await (const later of parts) note(later);
      return (await validation().transform(given, {
        type: 'body',
        metatype: StartImportDto,
      })) as StartImportDto;
    };
    const { placeSlug } = given;
    return {
      fileName: part.filename.slice(0, 200),
      bytes: part.file,
      confirmed,
      placeSlugSoFar: typeof placeSlug === 'string' ? placeSlug : undefined,
      fields,
    };
  }
}
