import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, ourProcesses, type Scene } from '@beian/infra';
import { theScene, theStack } from './scene';

/** The processes that decide filing types and open drafts by the installation's day; the filing carries it from then on. */
const readers = ['gateway', 'verification'];

export interface Installation {
  readonly scene: Scene;
  close(): Promise<void>;
}

/**
 * An installation that reads the rules of another day (`RULE_PACK`, `AS_OF`): processes of its own where the day is read,
 * everything else is the stories' stack.
 */
export async function installationOf(rules: { readonly pack: string; readonly asOf: string }): Promise<Installation> {
  const { addresses, urls } = theStack();
  const scene = theScene();
  const outside = scene.outside.url;
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-installation-'));
  const others = ourProcesses.flatMap(({ name, urlVariable }) =>
    urlVariable === undefined || readers.includes(name) ? [] : [[urlVariable, urls[name]] as const],
  );
  const parties = ['AUTHORITY_URL', 'REGISTRY_URL', 'CLOUD_URL', 'CARRIER_URL', 'COURIER_URL'];
  const running = await launch({
    dataDir,
    ports: 'any',
    servers: addresses,
    processes: ourProcesses.filter(({ name }) => readers.includes(name)),
    env: {
      RULE_PACK: rules.pack,
      AS_OF: rules.asOf,
      OIDC_ISSUER: `${outside}/oidc`,
      ...Object.fromEntries(parties.map((party) => [party, outside])),
      ...Object.fromEntries(others),
    },
  });
  const { gateway } = running.stack.urls;
  if (gateway === undefined) throw new Error('the installation has no gateway');
  return {
    scene: { ...scene, gatewayUrl: gateway },
    close: async () => {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
