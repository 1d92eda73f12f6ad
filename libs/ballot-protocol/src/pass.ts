/**
 * The voter's side of getting a pass: for browsers alone. It is an entry of its own so that the urn never loads the
 * blinding library.
 */
export { beginPass, finishPass, readPendingPass, type PendingPass } from './blinding/blind-pass.js';
