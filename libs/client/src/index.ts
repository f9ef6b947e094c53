export type { components, operations, paths } from './api-types.data';
export { beianClient, newKey, type BeianClientOptions } from './beian-client';
export { followFiling, type FilingStatus, type Following } from './follow-filing';
export { BeianProblem, unwrap, type Problem } from './unwrap';
