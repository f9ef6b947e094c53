import type { FilingFacts, FilingSnapshot, Instant } from '@beian/contracts';
import { authorityDossierSchema } from '@beian/contracts/schemas';
import type { DossierStore, ObjectStore } from '@beian/platform';
import type { z } from 'zod';
import { dossiersFor } from '../filing/filing.store';
import type { AuthorityOrder } from './authority-system';

type Part = z.output<typeof authorityDossierSchema>;
type PartNamed<N extends Part['part']> = Extract<Part, { readonly part: N }>;

/** What is handed over; `at` is the business time of this asking. */
export interface Submitted {
  readonly snapshot: FilingSnapshot;
  readonly facts: FilingFacts;
  readonly at: Instant;
}

export interface OrderWriterParts {
  readonly dossiers: Pick<DossierStore, 'get'>;
  readonly objects: Pick<ObjectStore, 'presignedGet'>;
  readonly documentsBucket: string;
}

/**
 * Puts the order together that the authority receives: the form of subject and websites from the sealed dossiers of this
 * submission, and links to the sealed papers, signed for five minutes. Nothing of it is stored or logged here.
 */
export class OrderWriter {
  constructor(private readonly parts: OrderWriterParts) {}

  /** Throws if one of the three parts has written nothing for the authority: such a pin is a fault, not an order. */
  async write(key: string, { snapshot, facts, at }: Submitted): Promise<AuthorityOrder> {
    const parts = await Promise.all(
      dossiersFor(facts, 'authority').map(async (ref) =>
        authorityDossierSchema.parse(await this.parts.dossiers.get(ref)),
      ),
    );
    const { locked, form, filedNumber } = named(parts, 'subject');
    const { sites } = named(parts, 'sites');
    named(parts, 'documents');
    // The papers pinned with the submission, and the identity proof that came after them.
    const documents = parts.flatMap((part) => (part.part === 'documents' ? part.documents : []));
    return {
      key,
      filingId: snapshot.filingId,
      submission: snapshot.submission,
      province: snapshot.province,
      filingType: snapshot.filingType,
      at,
      subject: { ...locked, ...form, ...(filedNumber === undefined ? {} : { filedNumber }) },
      sites: sites.map(({ siteId, form: site, hosting, filedNumber: number }) => ({
        siteId,
        ...site,
        ...(number === undefined ? {} : { filedNumber: number }),
        ...(hosting ? { hosting } : {}),
      })),
      documents: await Promise.all(
        documents.map(async ({ slot, sha256, key: object }) => ({
          slot,
          sha256,
          url: await this.parts.objects.presignedGet({ bucket: this.parts.documentsBucket, key: object }),
        })),
      ),
    };
  }
}

function named<N extends Part['part']>(parts: readonly Part[], name: N): PartNamed<N> {
  const found = parts.find((part): part is PartNamed<N> => part.part === name);
  if (found === undefined) throw new Error(`no dossier of part "${name}" for the authority in this submission`);
  return found;
}
