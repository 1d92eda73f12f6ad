export { BOM_QUERY, type CsvCell, csvOf, type CsvOptions, csvOptions } from './csv-writing.js';
export { confirmedEncoding, ENCODING_QUERY, EncodingUnsure } from './encoding.js';
export { TableFaulty, type TableRow, tableRows } from './table-rows.js';
