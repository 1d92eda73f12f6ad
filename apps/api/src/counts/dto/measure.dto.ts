import { ApiProperty } from '@nestjs/swagger';

/** One number about an outcome, ready to print. */
export class MeasureDto {
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty() value: string;
  @ApiProperty() explanation: string;
}
