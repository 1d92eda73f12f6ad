import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length, ValidateNested } from 'class-validator';

import { normalPostcode } from '../../places/index.js';
import { validation } from '../../platform/http/index.js';
import { type Ruling, RULINGS } from '../uploads/sort-lines.js';

export class RulingDto {
  @IsString()
  @Length(5, 10)
  postcode: string;

  @IsIn(RULINGS)
  treat: Ruling;
}

/** What an officer says of postcodes the lists cannot tell: a field of the form, before the file. */
export class RulingsDto {
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => RulingDto)
  rulings: RulingDto[];
}

export const UPLOAD_BODY = {
  type: 'object',
  properties: {
    rulings: {
      type: 'string',
      description:
        'Before the file, as JSON: what an officer says of doubtful postcodes, each `take`, `leave` or `ask`.',
      example: '[{"postcode":"ST6 9ZZ","treat":"take"}]',
    },
    file: { type: 'string', format: 'binary' },
  },
};

/** @throws BadRequestException | PostcodeMalformed */
export async function rulingsIn(field: unknown): Promise<ReadonlyMap<string, Ruling>> {
  if (field === undefined) return new Map();
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  const asked = { type: 'body', metatype: RulingsDto } as const;
  const { rulings } = (await validation().transform({ rulings: parsed(value) }, asked)) as RulingsDto;
  return new Map(rulings.map(({ postcode, treat }) => [normalPostcode(postcode), treat]));
}

/** What is no JSON fails the check of its shape. */
function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}
