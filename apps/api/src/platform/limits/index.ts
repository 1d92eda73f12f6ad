export { type Allowance, RateLimits, TooManyTries } from './rate-limits.js';
