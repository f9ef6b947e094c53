import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { verifyEvidence } from './verify-evidence';
import { writeEvidence } from './write-evidence';

const ours = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const at = new Date('2026-11-24T10:00:00.000Z');
const documents = { 'decisions.json': [{ decision: 'approve' }], 'subject/revision-1.json': { name: '林金丝' } };
const pack = writeEvidence(
  { filingId: '01J0000000000000000000000A', at, documents },
  { id: 'k1', privateKey: ours.privateKey },
);

const faultsOf = (zip: Uint8Array, key = ours.publicKey) =>
  verifyEvidence(zip, key).faults.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));
const rewritten = (change: (files: Record<string, Uint8Array>) => void): Uint8Array => {
  const files = unzipSync(pack);
  change(files);
  return zipSync(files);
};
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

describe('an evidence pack', () => {
  it('is genuine as it was written, also packed anew', () => {
    expect(verifyEvidence(pack, ours.publicKey)).toMatchObject({
      genuine: true,
      faults: [],
      manifest: { madeAt: at.toISOString() },
    });
    expect(faultsOf(rewritten(() => undefined))).toEqual([]);
  });

  it.each<[string, (files: Record<string, Uint8Array>) => void, readonly string[]]>([
    [
      'a changed byte',
      (files) =>
        void (files['decisions.json'] = Buffer.from(text(files['decisions.json']).replace('approve', 'approvE'))),
      ['changed decisions.json'],
    ],
    ['a removed file', (files) => void delete files['decisions.json'], ['removed decisions.json']],
    ['an added file', (files) => void (files['more.json'] = Buffer.from('{}')), ['added more.json']],
    ['a removed signature', (files) => void delete files['manifest.sig.json'], ['unsigned manifest.sig.json']],
    ['a removed manifest', (files) => void delete files['manifest.json'], ['removed manifest.json']],
    [
      'a file changed together with its hash',
      (files) => {
        files['manifest.json'] = Buffer.from(text(files['manifest.json']).replace(/"sha256": "../, '"sha256": "00'));
      },
      ['manifest-changed manifest.json', 'changed README.txt'],
    ],
  ])('tells %s', (_, change, faults) => {
    expect(faultsOf(rewritten(change))).toEqual(faults);
  });

  it('tells a wrong key from a changed pack', () => {
    expect(faultsOf(pack, other.publicKey)).toEqual(['wrong-key']);
    const forged = writeEvidence({ filingId: 'x', at, documents: {} }, { id: 'k1', privateKey: other.privateKey });
    expect(faultsOf(forged)).toEqual(['wrong-key']);
    // Saying that it was our key does not make it one.
    const files = unzipSync(forged);
    files['manifest.sig.json'] = Buffer.from(
      text(files['manifest.sig.json']).replace(
        /"keyFingerprint":"\w+"/,
        /"keyFingerprint":"\w+"/.exec(text(unzipSync(pack)['manifest.sig.json']))?.[0] ?? '',
      ),
    );
    expect(faultsOf(zipSync(files))).toEqual(['manifest-changed manifest.json']);
  });

  it('is never taken for genuine with any one byte of its content changed, and never throws', () => {
    fc.assert(
      fc.property(fc.nat(pack.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
        const broken = Buffer.from(pack);
        broken[index] = (broken[index] ?? 0) ^ mask;
        const verdict = verifyEvidence(broken, ours.publicKey);
        if (!verdict.genuine) return;
        // Bytes of the container that say nothing (dates, attributes): the files themselves are as they were.
        expect(unzipSync(broken)).toEqual(unzipSync(pack));
      }),
    );
  });

  it('is checked by a command that needs the pack and the public key only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'beian-evidence-'));
    const path = (name: string) => join(folder, name);
    writeFileSync(path('pack.zip'), pack);
    writeFileSync(
      path('bad.zip'),
      rewritten((files) => void delete files['decisions.json']),
    );
    writeFileSync(path('key.pem'), ours.publicKey.export({ format: 'pem', type: 'spki' }));
    const command = join(__dirname, '..', '..', 'dist', 'evidence', 'verify-evidence.command.js');
    const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', env: {} });
    expect(run(path('pack.zip'), path('key.pem'))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('genuine'),
    });
    expect(run(path('bad.zip'), path('key.pem'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('decisions.json is missing'),
    });
    expect(run(path('pack.zip')).status).toBe(2);
  });
});
