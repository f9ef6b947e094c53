import type { DomainRecord } from '@beian/contracts';
import { domainRecordSchema } from '@beian/contracts/schemas';
import { askParty } from './ask-party';
import { DomainRegistry } from './domain-registry';
import { PartyAway } from './party-away';

/** The registry over JSON and HTTP: `GET {registry}/registry/domains/{ascii}`. */
export class HttpDomainRegistry extends DomainRegistry {
  constructor(private readonly baseUrl: string) {
    super();
  }

  override async lookUp(domain: string): Promise<DomainRecord | undefined> {
    const question = {
      party: 'registry',
      baseUrl: this.baseUrl,
      path: ['registry', 'domains', domain],
      answer: domainRecordSchema,
    };
    const record = await askParty(question);
    // An answer about another domain is no answer (rel API10).
    if (record !== undefined && record.domain.toLowerCase() !== domain) throw new PartyAway('registry');
    return record;
  }
}
