/** One thing wrong with one field: shown beside the field and in the error summary. */
export interface FieldError {
  readonly message: string;
  /** Id of the input the message is about. */
  readonly fieldId: string;
}
