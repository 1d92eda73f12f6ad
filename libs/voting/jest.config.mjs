import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('voting', import.meta.dirname);
