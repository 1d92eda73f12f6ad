export { type Share, type Interval, wilson } from './wilson.js';
export { type Change, newcombeChange } from './newcombe-change.js';
export { type ChangeGrade, gradeChange } from './grade-change.js';
