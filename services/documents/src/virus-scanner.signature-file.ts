import { readFileSync } from 'node:fs';
import { ScannerAway, testVirus, VirusScanner, type ScanVerdict } from './virus-scanner';

interface Signature {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * For development without clamd only: looks for the byte strings of our own signature file anywhere in the file. It opens
 * no archive and knows nothing of real malware; production does not start with it.
 */
export class SignatureFileScanner extends VirusScanner {
  private readonly signatures: readonly Signature[];

  /** `file`: signatures in ClamAV's extended format (`.ndb`), plain hex at any offset. */
  constructor(file: string) {
    super();
    this.signatures = parseSignatures(readFileSync(file, 'utf8'));
  }

  async scan(bytes: Buffer): Promise<ScanVerdict> {
    const found = this.signatures.find((signature) => bytes.includes(signature.bytes));
    return found === undefined ? { clean: true } : { clean: false, signature: found.name };
  }

  async check(): Promise<void> {
    if ((await this.scan(testVirus())).clean) throw new ScannerAway('signatures-missing');
  }
}

function parseSignatures(text: string): readonly Signature[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [name, , offset, hex] = line.trim().split(':');
    if (name === undefined || offset !== '*' || hex === undefined || !/^([0-9a-f]{2}){8,}$/i.test(hex)) {
      throw new Error(`signature "${name ?? line}" is not plain hex at any offset; this scanner knows nothing else`);
    }
    return { name, bytes: Buffer.from(hex, 'hex') };
  });
}
