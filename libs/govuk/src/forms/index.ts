export { Checkboxes } from './checkboxes.js';
export type { Choice } from './choice.js';
export { CopyButton } from './copy-button.js';
export { DateInput } from './date-input.js';
export { FileInput } from './file-input.js';
export { Radios } from './radios.js';
export { Select } from './select.js';
export { Textarea } from './text-area.js';
export { TextInput } from './text-input.js';
