import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { type PlaceRef, Places } from '../../places/index.js';
import { DepartmentUnknown } from '../reviews.errors.js';
import { type Department, DepartmentsRepository } from './departments.repository.js';
import { KEEPERS } from './keep-departments.js';

const READERS = [...KEEPERS, 'reviewer', 'auditor'] as const;

export interface PlacedDepartment extends Department {
  readonly place: PlaceRef;
}

@Injectable()
export class DepartmentsQueries {
  constructor(
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly departments: DepartmentsRepository,
  ) {}

  /** Of every place the reader works for. */
  async mine(user: CurrentUser): Promise<PlacedDepartment[]> {
    const departments = await this.departments.of(await this.authority.placesOf(user, READERS));
    return this.placed(departments);
  }

  /** @throws DepartmentUnknown */
  async one(id: string): Promise<PlacedDepartment> {
    const department = await this.departments.byId(id);
    const [placed] = department ? await this.placed([department]) : [];
    if (!placed) throw new DepartmentUnknown();
    return placed;
  }

  /** Who could be a member in a place. @throws PlaceUnknown | RoleMissing | SecondFactorNeeded */
  async reviewersOf(user: CurrentUser, placeSlug: string): Promise<{ id: string; name: string }[]> {
    const place = await this.places.bySlug(placeSlug);
    await this.authority.mustHold(user, KEEPERS, place.id);
    return this.authority.holdersOf('reviewer', place.id);
  }

  private async placed(departments: readonly Department[]): Promise<PlacedDepartment[]> {
    const places = await this.places.byIds(departments.map(({ placeId }) => placeId));
    return departments.flatMap((department) => {
      const place = places.get(department.placeId);
      return place ? [{ ...department, place }] : [];
    });
  }
}
