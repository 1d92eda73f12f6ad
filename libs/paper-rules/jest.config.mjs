import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('paper-rules', import.meta.dirname);
