import type { NotificationUpkeep, NotificationActivities } from '@beian/contracts';
import type { NotificationDeps } from './notification-deps';
import { remindPublicSecurity } from './remind-public-security';
import { remind } from './tell-notice';

/** The door for the workflow. */
export const createNotificationActivities = (
  deps: Pick<NotificationDeps, 'notices'>,
): NotificationActivities & NotificationUpkeep => ({
  remind: (step) => remind(deps.notices, step),
  remindPublicSecurity: (step) => remindPublicSecurity(deps.notices, step),
});
