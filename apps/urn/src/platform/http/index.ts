export { httpAdapter, prepareAdmin, preparePublic } from './http-server.js';
export { ProblemFilter } from './problem.filter.js';
