export type FieldType = 'text' | 'whole number' | 'decimal number' | 'yes or no' | 'day' | 'moment';

/** One column of a dataset, as the data dictionary explains it. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Unit, range and what an empty cell means, where that is not plain. */
  readonly meaning: string;
}

/** A table that anybody may take away: nothing is in it that is not named here. */
export interface Dataset {
  /** In addresses: `proposals`. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly fields: readonly Field[];
  /** Opens the cursor `taken` over the fields in their order, and no others. */
  readonly sql: string;
}

export const field = (name: string, type: FieldType, meaning: string): Field => ({ name, type, meaning });
