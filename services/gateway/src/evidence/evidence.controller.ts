import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { evidenceKeySchema, ulid } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForEverybody } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Describe } from '../acts/describe';
import { FilingDesk } from '../filings/filing-desk';
import { FilingStore } from '../filings/filings.store';
import { EvidenceSigner } from './evidence-signer';
import { gatherEvidence } from './gather-evidence';

/** The evidence pack (证据包) of a filing: one signed download, while it runs and after it has ended. */
@ApiTags('evidence')
@Controller('v1')
export class EvidenceController {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(FilingStore) private readonly filings: FilingStore,
    @Inject(EvidenceSigner) private readonly signer: EvidenceSigner,
  ) {}

  @Get('filings/:filingId/evidence')
  @For('applicant', 'agent', 'auditor')
  @Header('cache-control', 'no-store')
  @Describe(
    'Everything recorded of a filing as a signed ZIP: data as submitted, document hashes, decisions with rule and source, messages, time line; taking it is audited',
    { 200: { file: 'application/zip', says: 'A ZIP with manifest and Ed25519 signature' } },
  )
  async evidence(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn): Promise<StreamableFile> {
    // An applicant who also has another function with us sees the filings of others, and takes no pack of them.
    const { access } = this.desk;
    const seen = await (me.roles.includes('auditor') ? access.seen(me, filingId) : access.own(me, filingId));
    const documents = await gatherEvidence({ services: this.desk.services, filings: this.filings }, seen, me);
    return new StreamableFile(await this.signer.pack(me, seen, documents), {
      type: 'application/zip',
      disposition: `attachment; filename="evidence-${filingId}.zip"`,
    });
  }

  @Get('evidence-key')
  @ForEverybody()
  @Describe('The public key with which evidence packs are checked', { 200: evidenceKeySchema })
  key(): z.output<typeof evidenceKeySchema> {
    return this.signer.publicKey();
  }
}
