import { ApiProperty } from '@nestjs/swagger';

import { numberWords } from '../decision.js';
import type { DecisionLetter } from './decision-letter.js';
import type { SentLetter } from './letters.repository.js';

/** A letter to the authors of one project about what was decided. */
export class DecisionLetterDto {
  @ApiProperty({ type: 'integer' }) proposalNumber: number;
  @ApiProperty() title: string;
  @ApiProperty() round: string;
  @ApiProperty() funded: boolean;
  @ApiProperty() opening: string;
  @ApiProperty({ description: 'Why, in the decision’s own words.' }) reason: string;
  @ApiProperty({ type: [String], description: 'What happens now, and what the authors can do.' })
  next: string[];
  @ApiProperty({ description: 'Whom to ask.' }) questions: string;

  static of(proposalNumber: number, letter: DecisionLetter): DecisionLetterDto {
    const { title, round, funded, opening, reason, next, questions } = letter;
    return { proposalNumber, title, round, funded, opening, reason, next: [...next], questions };
  }
}

export class SentDecisionLetterDto extends DecisionLetterDto {
  @ApiProperty({ format: 'date-time' }) sentAt: string;
  @ApiProperty({ example: 'D-1' }) decisionNumber: string;

  static ofSent(proposalNumber: number, sent: SentLetter): SentDecisionLetterDto {
    return {
      ...DecisionLetterDto.of(proposalNumber, sent.letter),
      sentAt: sent.sentAt.toISOString(),
      decisionNumber: numberWords(sent.decisionNumber),
    };
  }
}
