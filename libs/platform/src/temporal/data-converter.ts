import type { DataConverter } from '@temporalio/common';
import { encryptionCodec, type CodecKeys } from './encryption-codec';

/** For `bundleWorkflowCode({ failureConverterPath })`: a bundle built ahead must convert failures as we do. */
export const failureConverterPath = require.resolve('./failure-converter');

/** How client, workers and codec server turn values into payloads: JSON, then encrypted; failures included. */
export function dataConverter(codecKeys: CodecKeys): DataConverter {
  return { payloadCodecs: [encryptionCodec(codecKeys)], failureConverterPath };
}
