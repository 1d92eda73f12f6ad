import { angular } from '../../tools/jest/preset.mjs';

export default angular('govuk', import.meta.dirname);
