import { angular } from '../../tools/jest/preset.mjs';

export default angular('web', import.meta.dirname);
