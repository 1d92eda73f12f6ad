/** Where a row of the model comes from, for sentences about it. */
export type RowName =
  | { readonly kind: 'size' }
  | { readonly kind: 'quota'; readonly category: string; readonly value: string }
  | { readonly kind: 'household' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'cap' };

/** `least <= sum of by[i] * seats of type at[i] <= most` for every panel. */
export interface Row {
  readonly name: RowName;
  readonly at: readonly number[];
  readonly by: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** People whom no quota and no household tells apart: a fair lottery gives them the same probability. */
export interface PersonType {
  readonly values: readonly string[];
  /** Places in the pool's list of people. */
  readonly members: readonly number[];
  /** Seats of a panel they can fill at most. */
  readonly most: number;
  /** Those of several people at one address: the number of such addresses' kind, shared by the types that live together. */
  readonly homes?: number;
}

/** What a panel is: seats per type, within every row. `homes[i]` are the addresses of kind i, each a list of people. */
export interface PanelModel {
  readonly size: number;
  readonly types: readonly PersonType[];
  readonly rows: readonly Row[];
  readonly homes: readonly (readonly (readonly number[])[])[];
}

/** The seats that each type has in one panel. */
export type Panel = readonly number[];

/** What `row` counts on `seats`. */
export function countOf(row: Row, seats: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.at.length; i++) sum += row.by[i]! * seats[row.at[i]!]!;
  return sum;
}

/** Recounts a panel that came from a solver: whole seats, within every row and every type's people. */
export function isPanel(model: PanelModel, seats: Panel): boolean {
  return (
    seats.length === model.types.length &&
    seats.every((n, t) => Number.isInteger(n) && n >= 0 && n <= model.types[t]!.most) &&
    model.rows.every((row) => {
      const counted = countOf(row, seats);
      return counted >= row.least && counted <= row.most;
    })
  );
}
