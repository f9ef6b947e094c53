export { boot, migrate } from './boot';
export { migrations } from './notification.migrations';
