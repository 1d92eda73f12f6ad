import { gammaQ } from './gamma.js';

/** Two-sided points of the normal distribution. */
export const Z95 = 1.959963984540054;
export const Z998 = 3.090232306167813;
/** The point that 80 % of a normal distribution lies below: the usual power of a study. */
export const Z_POWER_80 = 0.8416212335729143;

/** Chance of a value at least as far from 0 as `z`, on either side. */
export const twoSidedP = (z: number): number => gammaQ(0.5, (z * z) / 2);
