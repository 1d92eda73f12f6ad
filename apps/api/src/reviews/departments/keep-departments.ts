import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { Places } from '../../places/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { DepartmentUnknown, NotAReviewer } from '../reviews.errors.js';
import { type Department, DepartmentsRepository } from './departments.repository.js';

/** Who may set up departments. */
export const KEEPERS = ['officer', 'administrator'] as const;

/** Officers and administrators of a place set up its departments and say who works in them. */
@Injectable()
export class KeepDepartments {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly places: Places,
    private readonly departments: DepartmentsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id @throws PlaceUnknown | RoleMissing | SecondFactorNeeded | DepartmentNameTaken */
  async create(user: CurrentUser, placeSlug: string, name: string): Promise<string> {
    const place = await this.places.bySlug(placeSlug);
    await this.authority.mustHold(user, KEEPERS, place.id);
    return this.database.transaction(async (manager) => {
      const id = await this.departments.create(place.id, name.trim(), manager);
      const event = { what: 'department.created', actorId: user.id, subject: `department:${id}` };
      await this.audit.append({ ...event, facts: { place: place.slug } }, manager);
      return id;
    });
  }

  /** @throws DepartmentUnknown | RoleMissing | SecondFactorNeeded | DepartmentNameTaken */
  async rename(user: CurrentUser, id: string, name: string): Promise<void> {
    await this.mine(user, id);
    await this.database.transaction(async (manager) => {
      await this.departments.rename(id, name.trim(), manager);
      const event = { what: 'department.renamed', actorId: user.id, subject: `department:${id}` };
      await this.audit.append(event, manager);
    });
  }

  /** Makes somebody a member, or a coordinator. @throws DepartmentUnknown | RoleMissing | SecondFactorNeeded | NotAReviewer */
  async setMember(user: CurrentUser, id: string, personId: string, coordinator: boolean): Promise<void> {
    const department = await this.mine(user, id);
    const reviewers = await this.authority.holdersOf('reviewer', department.placeId);
    if (!reviewers.some((one) => one.id === personId)) throw new NotAReviewer();
    await this.database.transaction(async (manager) => {
      await this.departments.setMember(id, personId, coordinator, manager);
      const facts = { department: id, coordinator };
      await this.audit.append(
        { what: 'department.member-set', actorId: user.id, subject: `person:${personId}`, facts },
        manager,
      );
    });
  }

  /** @throws DepartmentUnknown | RoleMissing | SecondFactorNeeded */
  async removeMember(user: CurrentUser, id: string, personId: string): Promise<void> {
    await this.mine(user, id);
    await this.database.transaction(async (manager) => {
      await this.departments.removeMember(id, personId, manager);
      const facts = { department: id };
      await this.audit.append(
        { what: 'department.member-removed', actorId: user.id, subject: `person:${personId}`, facts },
        manager,
      );
    });
  }

  private async mine(user: CurrentUser, id: string): Promise<Department> {
    const department = await this.departments.byId(id);
    if (!department) throw new DepartmentUnknown();
    await this.authority.mustHold(user, KEEPERS, department.placeId);
    return department;
  }
}
