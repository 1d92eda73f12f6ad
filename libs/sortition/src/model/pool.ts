/** How many of a panel may have one answer. The flex bounds say how far an officer would go if the quotas cannot all hold. */
export interface Quota {
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly minFlex?: number;
  readonly maxFlex?: number;
}

export interface Category {
  readonly name: string;
  readonly quotas: readonly Quota[];
}

export interface Person {
  readonly id: string;
  /** One answer per category, in the order of the categories. */
  readonly values: readonly string[];
  /** People with the same text live together: at most one of them is drawn. Absent: nobody's household is known. */
  readonly household?: string;
}

/** Who could be drawn, how many are, and how the panel must be made up. */
export interface Pool {
  readonly size: number;
  readonly categories: readonly Category[];
  readonly people: readonly Person[];
}
