export type { PublishedKey } from './passes/public-keys.js';
export { RollModule } from './roll.module.js';
export { Roll } from './roll.js';
export { hideSmallCells, hideSmallTotal, SMALLEST_CELL } from './turnout/small-cells.js';
