/** Injects the one {@link Config} of the process. */
export const CONFIG = Symbol('config');
