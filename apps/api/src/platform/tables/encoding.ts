import { DomainError } from '@commonthread/kernel';
import { type Encoding, encodingLabel, ENCODINGS, type TextDoubt } from '@commonthread/kernel/text-files';
import { IsIn, IsOptional } from 'class-validator';

/** What is said of it wherever a file can be sent. */
export const ENCODING_QUERY = {
  enum: ENCODINGS,
  enumName: 'Encoding',
  description: 'How the file is written, as a person confirmed it after `file.encoding-unsure`.',
} as const;

/** What a person answered to {@link EncodingUnsure}. */
export function confirmedEncoding(): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    IsIn(ENCODINGS)(target, property);
  };
}

/**
 * A file that is not UTF-8. The sample goes to nobody but whoever sent the file: they see at once whether the guess
 * makes their names right.
 */
export class EncodingUnsure extends DomainError {
  override readonly kind = 'invalid';
  override readonly code = 'file.encoding-unsure';

  constructor({ guess, line, byte, sample }: TextDoubt) {
    super(
      `Nothing was stored. Line ${line}, byte ${byte}: this is not UTF-8. It looks like ${encodingLabel(guess)}. ` +
        'Look at the sample and confirm, or save the file as “CSV UTF-8” and send it again.',
      { guess, line, byte, sample: sample.map((row) => ({ line: row.line, text: row.text })) },
    );
  }
}

export type { Encoding };
