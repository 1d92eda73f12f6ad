import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';

import { OneLine } from '../../../platform/http/index.js';
import { PlaceRefDto } from '../../../places/index.js';
import type { PlacedDepartment } from '../departments.queries.js';

const READABLE = /\S.*\S/s;

export class CreateDepartmentDto {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  placeSlug: string;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(2, 120)
  @Matches(READABLE)
  name: string;
}

export class RenameDepartmentDto {
  @ApiProperty({ minLength: 2, maxLength: 120 })
  @OneLine()
  @IsString()
  @Length(2, 120)
  @Matches(READABLE)
  name: string;
}

export class SetMemberDto {
  @ApiProperty({ description: 'Whether they may answer every criterion of the department.' })
  @IsBoolean()
  coordinator: boolean;
}

export class ReviewerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  static of({ id, name }: { id: string; name: string }): ReviewerDto {
    return { id, name };
  }
}

export class MemberDto extends ReviewerDto {
  @ApiProperty()
  coordinator: boolean;
}

export class DepartmentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ type: [MemberDto], description: 'Coordinators first.' })
  members: MemberDto[];

  static of(department: PlacedDepartment): DepartmentDto {
    return {
      id: department.id,
      name: department.name,
      place: PlaceRefDto.of(department.place),
      members: department.members.map(({ id, name, coordinator }) => ({ id, name, coordinator })),
    };
  }
}
