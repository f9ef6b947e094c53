// What specs of other projects may use of the specs here: a filing on a real server, its outside faked.
export { edgeName, edges, walked } from './edges.spec-helper';
export { administrators, dayMs, numbers } from './outside.spec-helper';
export { TestBench, type TestFiling } from './test-bench.spec-helper';
export { reason } from './to-stage.spec-helper';
