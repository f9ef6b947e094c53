export { badTokens } from './bad-tokens';
export { fakeAudience, startIdentityProvider, type FakeIdentityProvider, type Person } from './fake-identity-provider';
export { freshDatabase, testStack, type FreshDatabase, type TestStack } from './test-stack';
export { emptyDatabase, type EmptyDatabase } from './servers';
