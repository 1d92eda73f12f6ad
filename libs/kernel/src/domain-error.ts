/** How a refusal reads to a caller; the HTTP status is chosen from this in one place. */
export type ErrorKind =
  'not-found' | 'invalid' | 'conflict' | 'forbidden' | 'unauthorised' | 'gone' | 'too-many';

/** One value inside `params`. Arrays carry lists of faults; never personal data. */
export type ErrorParam =
  string | number | boolean | readonly ErrorParam[] | { readonly [key: string]: ErrorParam };

/**
 * A rule of the domain said no. Not for bugs: those stay plain `Error`s and become a 500.
 *
 * `code` is stable and public (clients translate it); `params` fills the translated sentence
 * and never holds personal data.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;

  constructor(
    message: string,
    readonly params: Readonly<Record<string, ErrorParam>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}
