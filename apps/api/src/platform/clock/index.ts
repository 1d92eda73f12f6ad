export { Clock } from './clock.js';
export { TrueClock } from './true-clock.js';
