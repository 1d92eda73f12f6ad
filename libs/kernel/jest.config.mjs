import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('kernel', import.meta.dirname);
