export { delimiterOf, type Delimiter } from './delimiter.js';
export { encodingLabel, type Encoding, ENCODINGS, isEncoding } from './encodings.js';
export { TextDoubt, TextFault, type TextFaultCode } from './faults.js';
export { decodeText, TextReader } from './text-reader.js';
