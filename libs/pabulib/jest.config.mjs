import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('pabulib', import.meta.dirname);
