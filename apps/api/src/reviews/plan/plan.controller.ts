import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { ReviewPlanDto } from './dto/review-plan.dto.js';
import { PlanReview } from './plan-review.js';

@ApiTags('reviews')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({ description: 'round.unknown' })
@Controller('rounds/:slug/review-plan')
@UseGuards(SignedIn)
export class PlanController {
  constructor(private readonly planReview: PlanReview) {}

  @Get()
  @ApiOkResponse({ type: ReviewPlanDto })
  async read(@User() user: CurrentUser, @Param('slug') slug: string): Promise<ReviewPlanDto> {
    return ReviewPlanDto.of(await this.planReview.read(user, slug));
  }

  @Put()
  @ApiOkResponse({ type: ReviewPlanDto, description: 'Criteria left out stay as they are.' })
  @ApiConflictResponse({ description: 'department.elsewhere' })
  @ApiUnprocessableEntityResponse({ description: 'review.nothing-asked' })
  async write(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { criteria }: ReviewPlanDto,
  ): Promise<ReviewPlanDto> {
    await this.planReview.execute(user, slug, criteria);
    return ReviewPlanDto.of(await this.planReview.read(user, slug));
  }
}
