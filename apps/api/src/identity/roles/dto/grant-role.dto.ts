import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

import { type Role, ROLES } from '../role.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class GrantRoleDto {
  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty()
  @IsString()
  @Length(1, 100)
  placeSlug: string;

  @ApiProperty({ required: false, format: 'date', description: 'First day; today when left out.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ type: String, required: false, nullable: true, format: 'date', description: 'Last day.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string | null;
}

export class RolesQueryDto {
  @ApiProperty({ description: 'Slug; roles in places within it are listed too.' })
  @IsString()
  @Length(1, 100)
  place: string;
}
