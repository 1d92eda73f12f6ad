// What most pages use. Form controls, charts and the map have doors of their own (`@commonthread/govuk/forms`, `/charts`,
// `/map`), because everything behind a door is loaded with the first page that opens it.
export { Breadcrumbs, type Crumb } from './breadcrumbs.js';
export { Button } from './button.js';
export { Details } from './details.js';
export { EmptyState } from './empty-state.js';
export { ErrorMessage } from './error-message.js';
export { ErrorSummary } from './error-summary.js';
export type { FieldError } from './field-error.js';
export { formatCount, formatDay, formatMoney, formatTime } from './format.js';
export { CountPipe, DayPipe, MoneyPipe, TimePipe } from './format-pipes.js';
export { InsetText } from './inset-text.js';
export { NotificationBanner } from './notification-banner.js';
export { Pagination } from './pagination.js';
export { Panel } from './panel.js';
export { SectionNav, type SectionLink } from './section-nav.js';
export { SkipLink } from './skip-link.js';
export { SummaryList, type SummaryRow } from './summary-list.js';
export { Tag, type TagColour } from './tag.js';
export { Thread, THREAD_STEPS, type ThreadStep } from './thread.js';
export { WarningText } from './warning-text.js';
