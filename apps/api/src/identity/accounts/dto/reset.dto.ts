import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class ResetRequestDto {
  @ApiProperty({ format: 'email' })
  @IsEmail({}, { message: 'Enter an e-mail address in the correct format, like name@example.com.' })
  @MaxLength(254)
  email: string;
}

export class ResetDto {
  @ApiProperty({ description: 'From the link in the mail.' })
  @IsString()
  @Length(1, 200)
  token: string;

  @ApiProperty({ minLength: 10, maxLength: 256 })
  @IsString()
  @MaxLength(512)
  password: string;
}
