import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('ballot-protocol', import.meta.dirname);
