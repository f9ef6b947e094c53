import type { InstanceRecord } from '@beian/contracts';
import { instanceRecordSchema } from '@beian/contracts/schemas';
import { askParty } from './ask-party';
import { CloudAccount } from './cloud-account';
import { PartyAway } from './party-away';

/** The cloud over JSON and HTTP: `GET {cloud}/cloud/instances/{instanceId}`. */
export class HttpCloudAccount extends CloudAccount {
  constructor(private readonly baseUrl: string) {
    super();
  }

  override async lookUp(instanceId: string): Promise<InstanceRecord | undefined> {
    const question = {
      party: 'cloud',
      baseUrl: this.baseUrl,
      path: ['cloud', 'instances', instanceId],
      answer: instanceRecordSchema,
    };
    const record = await askParty(question);
    if (record !== undefined && record.instanceId !== instanceId) throw new PartyAway('cloud');
    return record;
  }
}
