export { freshDatabase, testStack, type FreshDatabase, type TestStack } from './test-stack';
