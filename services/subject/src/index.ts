export { boot } from './boot';
export { migrate } from './migrate';
export { migrations } from './subject-tables.migration';
