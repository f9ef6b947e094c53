export { boot, migrate } from './boot';
export { migrations } from './gateway.migrations';
