import type { components } from './generated/schema.js';

type Schemas = components['schemas'];

/** A body the API sends or takes, by the name it has in openapi.json. */
export type Api<Name extends keyof Schemas> = Schemas[Name];

/**
 * Every refusal the API gives, as `application/problem+json`. `title` is the stable code clients translate,
 * `detail` one plain English sentence, `errors` the fields it is about; other members depend on the code.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly [param: string]: unknown;
}
