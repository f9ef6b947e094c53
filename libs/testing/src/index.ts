export { freshDatabase, testStack, type FreshDatabase, type TestStack } from './test-stack';
export { emptyDatabase, type EmptyDatabase } from './servers';
