import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('cli', import.meta.dirname);
