import { allowOnlyOurDecoders, reEncodePicture, type PictureType } from './re-encode-picture';

/*
 * The process that touches what strangers sent: one picture, then it ends. It has no environment, no files and no
 * network of ours; the parent limits its time and memory. In: the file on standard input, its stated type as argument.
 * Out: one line of JSON, then the new bytes.
 */
async function main(): Promise<void> {
  allowOnlyOurDecoders();
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const result = await reEncodePicture(Buffer.concat(chunks), process.argv[2] as PictureType);
  const { bytes, ...head } = result.ok ? result : { ...result, bytes: Buffer.alloc(0) };
  process.stdout.write(`${JSON.stringify(head)}\n`);
  process.stdout.write(bytes);
}

void main();
