import { shanghaiDate } from '@beian/calendar';
import { valueOf } from '@beian/rules';
import type { NextFunction, Request, Response } from 'express';
import { filedSiteOf, type FiledSite } from './filed-sites';
import { escaped } from './page.controller';
import type { SandboxConfig } from './sandbox.config';
import { beSlow, loseAnswer, scripted, scriptsFor } from './scripts';
import type { World } from './world';

/** Of year 99 as the other numbers here, and given to nobody. */
const anotherNumber = '京ICP备99999999号-1';

type Rules = Pick<SandboxConfig, 'RULE_PACK' | 'AS_OF'>;

/**
 * Home pages of filed sites, by the `Host` that is asked for: the number at the foot of the page, linked to the ministry as
 * the rules of the installation want it (rules.md 9.5). Scripts of the party `web`: `never` shows no number, `wrong` another
 * one, `closed` answers 503, `lost` cuts the line, `slow` is late. What is asked of the sandbox itself goes on to it.
 */
export const sitePages =
  (world: World, rules: Rules) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const site = filedSiteOf(world, request.hostname);
    if (site === undefined) next();
    else showSite(world, { site, link: footerLink(site, rules) }, { request, response }).catch(next);
  };

interface Shown {
  readonly site: FiledSite;
  readonly link: string;
}

async function showSite(
  world: World,
  { site, link }: Shown,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const scripts = scriptsFor(world, { party: 'web', words: `${request.hostname}${request.path}` });
  await beSlow(scripts);
  await loseAnswer(scripts, request);
  if (scripted(scripts, 'closed')) {
    response.status(503).end();
    return;
  }
  const number = scripted(scripts, 'wrong') ? anotherNumber : site.number;
  const footer = scripted(scripts, 'never') ? '' : `<a href="${escaped(link)}">${escaped(number)}</a>`;
  const name = escaped(request.hostname);
  response.type('html')
    .send(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><h1>${name}</h1>
<footer>${footer}</footer></html>`);
}

function footerLink({ province }: FiledSite, { RULE_PACK: pack, AS_OF }: Rules): string {
  const asOf = AS_OF ?? shanghaiDate(Date.now());
  return valueOf('footer.link', { province }, { pack, asOf }) ?? 'https://beian.miit.gov.cn';
}
