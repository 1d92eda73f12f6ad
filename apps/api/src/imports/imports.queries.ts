import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { ImportDto } from './dto/import.dto.js';
import { ImportNotFound } from './imports.errors.js';
import { ImportsRepository } from './imports.repository.js';

@Injectable()
export class ImportsQueries {
  constructor(
    private readonly authority: Authority,
    private readonly imports: ImportsRepository,
  ) {}

  /** For whoever started it and the officers of the place. @throws ImportNotFound */
  async byId(id: string, user: CurrentUser): Promise<ImportDto> {
    const one = await this.imports.byId(id);
    const mine = one.startedBy === user.id;
    if (!mine && !(await this.authority.holds(user, ['officer', 'auditor'], one.placeId))) {
      throw new ImportNotFound();
    }
    return ImportDto.of(one);
  }

  async mine(user: CurrentUser): Promise<ImportDto[]> {
    return (await this.imports.startedBy(user.id)).map(ImportDto.of);
  }
}
