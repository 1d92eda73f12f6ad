import type { Fields } from './fields.js';

/** Computes the figures of one worked example anew, under the names that the file gives them. */
export type Compute = (given: Fields) => Readonly<Record<string, unknown>>;

/** How each section of a file of worked figures is computed. What no method asks for and none names is unknown. */
export type Sections = Readonly<Record<string, Compute>>;
