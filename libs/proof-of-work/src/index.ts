export { isSolved, MOST_BITS, solve } from './proof-of-work.js';
