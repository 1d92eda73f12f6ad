import { ApiProperty } from '@nestjs/swagger';

import type { Dataset } from '../datasets/index.js';

export class FieldDto {
  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['text', 'whole number', 'decimal number', 'yes or no', 'day', 'moment'] })
  type: string;

  @ApiProperty({ description: 'What it means; empty where its name says it all.' })
  meaning: string;
}

/** A dataset with its data dictionary. */
export class DatasetDto {
  @ApiProperty({ example: 'proposals' })
  name: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  about: string;

  @ApiProperty({ type: [FieldDto] })
  fields: FieldDto[];

  @ApiProperty({ example: '/api/open-data/proposals.csv' })
  csv: string;

  @ApiProperty({ example: '/api/open-data/proposals.json' })
  json: string;

  static of({ name, title, about, fields }: Dataset): DatasetDto {
    return {
      name,
      title,
      about,
      fields: fields.map((field) => ({ ...field })),
      csv: `/api/open-data/${name}.csv`,
      json: `/api/open-data/${name}.json`,
    };
  }
}
