import { DomainError } from '@commonthread/kernel';

export class DatasetUnknown extends DomainError {
  override readonly kind = 'not-found';
  override readonly code = 'open-data.unknown';
  constructor() {
    super('There is no such file of open data.');
  }
}
