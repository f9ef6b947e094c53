import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verifyEvidence, type EvidenceFault } from './verify-evidence';

/*
 * `npm run verify-evidence -- PACK.zip PUBLIC-KEY.pem`: needs the two files and nothing else. Ends with 0 if the pack is
 * genuine, 1 if it is not, 2 if it was called wrongly.
 */
const says: Readonly<Record<EvidenceFault['kind'], string>> = {
  unreadable: 'cannot be read / 无法读取',
  unsigned: 'has no valid signature file / 没有签名',
  'wrong-key': 'was signed with another key / 由另一密钥签名',
  'manifest-changed': 'is not what was signed / 清单被改动',
  changed: 'was changed / 内容被改动',
  removed: 'is missing / 文件缺失',
  added: 'was not in the pack when it was signed / 签名后加入',
};

function main([pack, key]: readonly string[]): number {
  if (pack === undefined || key === undefined) {
    process.stderr.write('usage: verify-evidence PACK.zip PUBLIC-KEY.pem\n');
    return 2;
  }
  const verdict = verifyEvidence(readFileSync(pack), createPublicKey(readFileSync(key)));
  for (const { kind, name } of verdict.faults) process.stdout.write(`${name ?? 'the pack'} ${says[kind]}\n`);
  if (verdict.genuine)
    process.stdout.write(
      `genuine: filing ${verdict.manifest?.filingId ?? ''}, ${verdict.manifest?.files.length ?? 0} files, made at ${verdict.manifest?.madeAt ?? ''}\n`,
    );
  return verdict.genuine ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
