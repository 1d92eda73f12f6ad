import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { sourceOf } from '../sessions/source.js';
import { ConfirmEmail } from './confirm-email.js';
import { ConfirmDto } from './dto/confirm.dto.js';
import { RegisterDto } from './dto/register.dto.js';
import { ResetDto, ResetRequestDto } from './dto/reset.dto.js';
import { Register } from './register.js';
import { RequestReset } from './request-reset.js';
import { ResetPassword } from './reset-password.js';

@ApiTags('identity')
@Controller('identity')
export class AccountsController {
  constructor(
    private readonly registerPerson: Register,
    private readonly confirmEmail: ConfirmEmail,
    private readonly requestReset: RequestReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post('register')
  @HttpCode(202)
  @ApiAcceptedResponse({
    description: 'The same whether or not the address has an account: a mail says which.',
  })
  @ApiUnprocessableEntityResponse({ description: 'identity.unfit-details, with errors' })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries' })
  async register(@Body() body: RegisterDto, @Ip() address: string): Promise<void> {
    await this.registerPerson.execute({ ...body, source: sourceOf(address) });
  }

  @Post('confirm')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The address is confirmed: sign in.' })
  @ApiUnprocessableEntityResponse({ description: 'identity.link-spent' })
  async confirm(@Body() { token }: ConfirmDto): Promise<void> {
    await this.confirmEmail.execute(token);
  }

  @Post('reset-request')
  @HttpCode(202)
  @ApiAcceptedResponse({ description: 'The same for every address.' })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries' })
  async askForReset(@Body() { email }: ResetRequestDto, @Ip() address: string): Promise<void> {
    await this.requestReset.execute(email, sourceOf(address));
  }

  @Post('reset')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The password is changed and every session ended: sign in.' })
  @ApiUnprocessableEntityResponse({ description: 'identity.link-spent | identity.unfit-details' })
  async reset(@Body() { token, password }: ResetDto): Promise<void> {
    await this.resetPassword.execute(token, password);
  }
}
