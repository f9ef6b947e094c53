export { boot } from './boot';
export { migrate } from './migrate';
export { migrations } from './website-tables.migration';
