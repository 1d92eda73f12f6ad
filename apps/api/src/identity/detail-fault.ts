/** A detail somebody entered that a rule refuses; the same shape as a malformed field's. */
export interface DetailFault {
  readonly field: string;
  /** Stable; clients translate it. */
  readonly code: string;
  readonly message: string;
}
