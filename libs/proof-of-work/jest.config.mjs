import { pureLib } from '../../tools/jest/preset.mjs';

export default pureLib('proof-of-work', import.meta.dirname);
