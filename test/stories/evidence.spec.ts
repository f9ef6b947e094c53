import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { individualInZhejiang } from '@beian/infra';
import { unzipSync, zipSync } from 'fflate';
import { Journey } from './journey';
import { theScene } from './scene';

const command = join(__dirname, '..', '..', 'libs', 'platform', 'dist', 'evidence', 'verify-evidence.command.js');

/** Runs `npm run verify-evidence` as a stranger would: in a folder of two files, with no setting of ours and no token. */
function verify(pack: Buffer, publicKey: string) {
  const folder = mkdtempSync(join(tmpdir(), 'beian-evidence-'));
  try {
    writeFileSync(join(folder, 'pack.zip'), pack);
    writeFileSync(join(folder, 'key.pem'), publicKey);
    const { status, stdout } = spawnSync(process.execPath, [command, 'pack.zip', 'key.pem'], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the evidence pack of a filing that has ended', () => {
  it('is proved by itself and the public key, and a flipped byte in any of its files is told (feature 14)', async () => {
    const scene = theScene();
    const journey = await Journey.inStage(scene, { form: individualInZhejiang(), stage: 'provider-review' });
    const { filingId, applicant } = journey;
    await journey.mustAct('withdraw');
    await journey.untilStage('withdrawn');

    const { publicKey } = await applicant.api.must('GET', '/v1/evidence-key');
    const token = await scene.outside.tokenOf(applicant.persona);
    const answer = await fetch(`${scene.gatewayUrl}/v1/filings/${filingId}/evidence`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'application/zip',
    });
    const pack = Buffer.from(await answer.arrayBuffer());
    expect(verify(pack, publicKey as string)).toEqual({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^genuine: filing ${filingId}, \\d+ files`)) as unknown,
    });

    const files = unzipSync(pack);
    expect(Object.keys(files).length).toBeGreaterThan(3);
    for (const [name, bytes] of Object.entries(files)) {
      const flipped = Uint8Array.from(bytes);
      const middle = flipped.length >> 1;
      flipped[middle] = (flipped[middle] ?? 0) ^ 1;
      const changed = Buffer.from(zipSync({ ...files, [name]: flipped }));
      expect({ name, status: verify(changed, publicKey as string).status }).toEqual({ name, status: 1 });
    }
  });
});
