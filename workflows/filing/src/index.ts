export { filing } from './filing.workflow';
export { reconcile } from './upkeep/reconcile.workflow';
export { calendarCover } from './upkeep/calendar-cover.workflow';
export { orphanedDossiers, retention } from './upkeep/retention.workflow';
export { keptHistories, publicSecurityReminders, siteChecks } from './upkeep/rounds.workflow';
