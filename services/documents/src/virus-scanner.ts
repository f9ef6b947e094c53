/** `clean` or the name of the signature that was found. There is no third answer. */
export type ScanVerdict = { readonly clean: true } | { readonly clean: false; readonly signature: string };

/** No verdict: the scanner is away, hangs, has no signatures, or old ones. The file goes on waiting in quarantine. */
export class ScannerAway extends Error {
  constructor(
    readonly reason: 'unreachable' | 'timeout' | 'strange-answer' | 'signatures-missing' | 'signatures-old',
    options: ErrorOptions = {},
  ) {
    super(`the virus scanner gives no verdict (${reason})`, options);
    this.name = 'ScannerAway';
  }
}

/** Port to the antivirus; fail closed (goal S5). */
export abstract class VirusScanner {
  /** A verdict on these bytes, or `ScannerAway`. */
  abstract scan(bytes: Buffer): Promise<ScanVerdict>;
  /** Throws `ScannerAway` if it could not give one now. */
  abstract check(): Promise<void>;
}

/** The harmless file that every scanner must find (EICAR), put together here so that no file of ours contains it. */
export const testVirus = (): Buffer =>
  Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');
