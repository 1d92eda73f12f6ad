import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Shapes alone; what a name, a password and an age may be is the domain's to say (422). */
export class RegisterDto {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail({}, { message: 'Enter an e-mail address in the correct format, like name@example.com.' })
  @MaxLength(254)
  email: string;

  @ApiProperty({ minLength: 2, maxLength: 60 })
  @IsString()
  @MaxLength(200)
  displayName: string;

  @ApiProperty({ minLength: 10, maxLength: 256 })
  @IsString()
  @MaxLength(512)
  password: string;

  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter a real date.' })
  @IsISO8601({ strict: true }, { message: 'Enter a real date.' })
  dateOfBirth: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  homePlaceSlug?: string;
}
