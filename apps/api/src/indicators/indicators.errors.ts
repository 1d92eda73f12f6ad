import { DomainError } from '@commonthread/kernel';

export class IndicatorNotFound extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'indicator.not-found';

  constructor(indicatorCode: string) {
    super(`There is no indicator ${indicatorCode}.`, { indicatorCode });
  }
}
