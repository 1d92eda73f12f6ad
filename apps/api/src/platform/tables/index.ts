export { confirmedEncoding, ENCODING_QUERY, EncodingUnsure } from './encoding.js';
export { TableFaulty, type TableRow, tableRows } from './table-rows.js';
