export { boot } from './boot';
export { createPlanner } from './planner';
