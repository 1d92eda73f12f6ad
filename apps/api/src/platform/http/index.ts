export { OneLine } from './kept-text.js';
export { httpAdapter, prepareHttp } from './http-server.js';
export { type FieldFault, type Problem, problem } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { validation } from './validation.js';
