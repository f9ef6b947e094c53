export { boot, migrate } from './boot';
export { migrations } from './documents.migrations';
