import type { authoritySitesDossierSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import type { Looked } from './look-outside';
import type { KnownCode } from './service-code.store';
import type { WebsitePart } from './website.store';

/** The sites' part of the form for the authority (网站信息), with where each is hosted (接入信息). */
export function sitesDossier(
  { sites }: Pick<WebsitePart, 'sites'>,
  { codes, looked }: { readonly codes: ReadonlyMap<string, KnownCode>; readonly looked: Looked },
): z.input<typeof authoritySitesDossierSchema> {
  return {
    part: 'sites',
    sites: sites.map(({ siteId, draft, filed }) => {
      const said = looked.instances.get(codes.get(siteId)?.instanceId ?? '');
      const instance = said !== undefined && 'answer' in said ? said.answer : undefined;
      const hosting = instance && {
        instanceId: instance.instanceId,
        region: instance.region,
        ...(instance.publicIp === undefined ? {} : { publicIp: instance.publicIp }),
      };
      return {
        siteId,
        form: draft,
        ...(filed === undefined ? {} : { filedNumber: filed.number }),
        ...(hosting ? { hosting } : {}),
      };
    }),
  };
}
