export { Once } from './once.decorator.js';
export { OnceCalls } from './once-calls.js';
export { OnceInterceptor } from './once.interceptor.js';
export { OnceRecords } from './once-records.js';
