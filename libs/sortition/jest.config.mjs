import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('sortition', import.meta.dirname);
