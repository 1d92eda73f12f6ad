/** Who sends this request, as the database knew them when it arrived. */
export interface CurrentUser {
  readonly id: string;
  readonly sessionId: string;
  /** Whether this session began with a second factor; officers' acts ask for it. */
  readonly secondFactor: boolean;
}
