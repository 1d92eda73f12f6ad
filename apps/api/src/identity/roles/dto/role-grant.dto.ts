import { ApiProperty } from '@nestjs/swagger';

import { PlaceRefDto } from '../../people/place-ref.dto.js';
import { type Role, ROLES } from '../role.js';
import type { RoleGrant } from '../roles.repository.js';

export class RoleGrantDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  email: string;

  @ApiProperty()
  displayName: string;

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

  static of({ id, email, displayName, role, place, from, to }: RoleGrant): RoleGrantDto {
    return { id, email, displayName, role, place: PlaceRefDto.of(place), from, to };
  }
}
