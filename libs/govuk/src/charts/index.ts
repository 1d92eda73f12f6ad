export { BarChart, type Bar } from './bar-chart.js';
export { IntervalChart, type Interval } from './interval-chart.js';
export { ProgressBar } from './progress-bar.js';
