export { boot, migrate } from './boot';
export { migrations } from './verification.migrations';
