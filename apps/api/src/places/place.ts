export type PlaceKind = 'council' | 'ward' | 'estate';

/** What every other feature needs to know of a place. */
export interface PlaceRef {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: PlaceKind;
}

/** A place with what its page shows; days are `YYYY-MM-DD`. */
export interface Place extends PlaceRef {
  /** GSS code of the Office for National Statistics. */
  readonly code: string | null;
  readonly parentId: string | null;
  readonly parentSlug: string | null;
  readonly population: number | null;
  readonly validFrom: string;
  /** First day on which the place is no longer in force. */
  readonly validTo: string | null;
  readonly boundaryCredit: string | null;
  readonly boundaryIsApproximate: boolean;
}
