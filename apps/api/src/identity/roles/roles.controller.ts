import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
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
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { Once } from '../../platform/once/index.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { SignedIn } from '../sessions/signed-in.guard.js';
import { User } from '../sessions/user.decorator.js';
import { GrantRoleDto, RolesQueryDto } from './dto/grant-role.dto.js';
import { RoleGrantDto } from './dto/role-grant.dto.js';
import { GrantRole } from './grant-role.js';
import { RevokeRole } from './revoke-role.js';
import { RolesQueries } from './roles.queries.js';

@ApiTags('roles')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
@ApiForbiddenResponse({
  description: 'identity.role-missing | identity.second-factor-needed | identity.own-role',
})
@Controller('roles')
@UseGuards(SignedIn)
export class RolesController {
  constructor(
    private readonly roles: RolesQueries,
    private readonly grantRole: GrantRole,
    private readonly revokeRole: RevokeRole,
  ) {}

  @Get()
  @ApiOkResponse({ type: [RoleGrantDto] })
  @ApiNotFoundResponse({ description: 'identity.unknown-place' })
  list(@Query() { place }: RolesQueryDto, @User() user: CurrentUser): Promise<RoleGrantDto[]> {
    return this.roles.within(place, user);
  }

  @Post()
  @Once()
  @ApiCreatedResponse({ type: RoleGrantDto })
  @ApiNotFoundResponse({ description: 'identity.unknown-place | identity.unknown-person' })
  @ApiConflictResponse({ description: 'identity.role-already-held' })
  @ApiUnprocessableEntityResponse({
    description: 'identity.role-dates-reversed | identity.too-young-for-role',
  })
  async grant(@Body() body: GrantRoleDto, @User() administrator: CurrentUser): Promise<RoleGrantDto> {
    return this.roles.one(await this.grantRole.execute({ ...body, administrator }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Revoked at once.' })
  @ApiNotFoundResponse({ description: 'identity.unknown-role-grant' })
  @ApiConflictResponse({ description: 'identity.last-administrator' })
  async revoke(@Param('id', ParseUUIDPipe) id: string, @User() user: CurrentUser): Promise<void> {
    await this.revokeRole.execute(user, id);
  }
}
