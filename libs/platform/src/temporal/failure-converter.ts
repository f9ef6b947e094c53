import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Failure messages and stacks travel as a payload, so that the codec encrypts them too; in clear they would stand in
 * the history for every operator. Temporal loads this file by path, also into the workflow bundle, so it imports
 * nothing but the common package.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
