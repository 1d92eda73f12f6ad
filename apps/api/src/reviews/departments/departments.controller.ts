import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { Once } from '../../platform/once/index.js';
import { DepartmentsQueries } from './departments.queries.js';
import {
  CreateDepartmentDto,
  DepartmentDto,
  RenameDepartmentDto,
  ReviewerDto,
  SetMemberDto,
} from './dto/department.dto.js';
import { KeepDepartments } from './keep-departments.js';

/** Who reviews proposals for a place. */
@ApiTags('reviews')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@Controller('departments')
@UseGuards(SignedIn)
export class DepartmentsController {
  constructor(
    private readonly departments: DepartmentsQueries,
    private readonly keep: KeepDepartments,
  ) {}

  @Get()
  @ApiOkResponse({ type: [DepartmentDto], description: 'Of every place the reader works for, by name.' })
  async list(@User() user: CurrentUser): Promise<DepartmentDto[]> {
    return (await this.departments.mine(user)).map(DepartmentDto.of);
  }

  @Get('reviewers')
  @ApiQuery({ name: 'place', description: 'Slug of a place.' })
  @ApiOkResponse({ type: [ReviewerDto], description: 'Who could be a member, by name.' })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  async reviewers(@User() user: CurrentUser, @Query('place') place: string): Promise<ReviewerDto[]> {
    return (await this.departments.reviewersOf(user, String(place))).map(ReviewerDto.of);
  }

  @Post()
  @Once()
  @ApiCreatedResponse({ type: DepartmentDto })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  @ApiConflictResponse({ description: 'department.name-taken' })
  async create(
    @User() user: CurrentUser,
    @Body() { placeSlug, name }: CreateDepartmentDto,
  ): Promise<DepartmentDto> {
    return this.show(await this.keep.create(user, placeSlug, name));
  }

  @Patch(':id')
  @ApiOkResponse({ type: DepartmentDto })
  @ApiNotFoundResponse({ description: 'department.unknown' })
  @ApiConflictResponse({ description: 'department.name-taken' })
  async rename(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: RenameDepartmentDto,
  ): Promise<DepartmentDto> {
    await this.keep.rename(user, id, name);
    return this.show(id);
  }

  @Put(':id/members/:personId')
  @ApiOkResponse({ type: DepartmentDto })
  @ApiNotFoundResponse({ description: 'department.unknown' })
  @ApiConflictResponse({ description: 'department.not-a-reviewer' })
  async setMember(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() { coordinator }: SetMemberDto,
  ): Promise<DepartmentDto> {
    await this.keep.setMember(user, id, personId, coordinator);
    return this.show(id);
  }

  @Delete(':id/members/:personId')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'What was theirs alone goes back to the department.' })
  @ApiNotFoundResponse({ description: 'department.unknown' })
  async removeMember(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<void> {
    await this.keep.removeMember(user, id, personId);
  }

  private async show(id: string): Promise<DepartmentDto> {
    return DepartmentDto.of(await this.departments.one(id));
  }
}
