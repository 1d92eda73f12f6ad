import { ApiProperty } from '@nestjs/swagger';

import { type Role, ROLES } from '../roles/role.js';
import { PlaceRefDto } from '../people/place-ref.dto.js';

export class HeldRoleDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  @ApiProperty({ type: PlaceRefDto })
  place: PlaceRefDto;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day; null: until revoked.',
  })
  to: string | null;
}

export const SECOND_FACTOR_STATES = ['off', 'on', 'needed'] as const;
export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

export class MeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ description: 'Whether the person is under 18.' })
  youngMember: boolean;

  @ApiProperty({ type: [HeldRoleDto], description: 'In force today.' })
  roles: HeldRoleDto[];

  @ApiProperty({
    enum: SECOND_FACTOR_STATES,
    enumName: 'SecondFactorState',
    description: 'needed: a role demands it and it is not set up yet.',
  })
  secondFactor: SecondFactorState;

  @ApiProperty({ type: PlaceRefDto, nullable: true })
  homePlace: PlaceRefDto | null;
}
