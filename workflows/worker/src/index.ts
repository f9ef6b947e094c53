export { boot } from './boot';
export { CalendarFile } from './calendar-file';
export { operate } from './operations/operate';
export { loadCalendarList, previewCalendarList, tellCalendar } from './operations/load-calendar-list';
export type { CalendarLoad, CalendarReport, Replanned } from './operations/load-calendar-list';
export { previewPackMove } from './operations/preview-pack-move';
export type { PackMovePreview, PackMoveReport } from './operations/preview-pack-move';
export { createPlanner, createPlannerBy } from './planner';
export { buildBundle } from './workflow-bundle';
