import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('statistics', import.meta.dirname);
