export { launch, type LaunchOptions, type RunningStack } from './launch';
export { type RunningProcess } from './run/start-processes';
export { startServers, type RunningServer, type RunningServers, type StartOptions } from './servers/start-servers';
export { type Addresses } from './servers/server';
export { ourProcesses } from './processes';
export { cacheFolder } from './servers/cache';
export { lookUp } from './servers/look-up';
export { parts, Remedy, type Part } from './servers/parts';
export { type Answer, ApiCaller, type Body, UnexpectedAnswer } from './demo/api-caller';
export { Applicant, type Scene } from './demo/applicant';
export { carryToGrant, firstFiling, submitFiling, type SubmittedFiling, type Tell } from './demo/first-filing';
export {
  enterpriseInShanghai,
  enterpriseInTianjin,
  type FilingForm,
  individualInShandong,
  individualInZhejiang,
} from './demo/filing-forms';
export { creditCode, domainName, mobile, residentId } from './demo/identities';
export { OutsideWorld } from './demo/outside-world';
export { offerPhotoPlaces } from './demo/photo-places';
export { paper, type Picture } from './demo/pictures';
export { bulk, type Bulk, type BulkReport } from './operate/bulk';
export { runOperate } from './operate/operate-command';
export { Reviewer } from './demo/reviewer';
export { adminUrlOf, prepareDatabase, withAdmin } from './prepare/databases';
export type { MigrationJob } from './prepare/migrate';
export { migrateInOwnProcess, objectStore, prepareBuckets } from './prepare/prepare';
export { prepareSchedules, upkeepSchedules } from './prepare/schedules';
export type { Stack } from './stack';
