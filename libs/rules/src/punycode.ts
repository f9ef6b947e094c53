/*
 * Punycode (RFC 3492), so that internationalised domains have one spelling in Node and in every browser: the platforms'
 * own functions differ, and silently map what we refuse.
 */

const base = 36;
const [tMin, tMax, skew, damp, firstBias, firstN] = [1, 26, 38, 700, 72, 128];
const digit = (value: number): string => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(value);

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

const threshold = (k: number, bias: number): number => Math.min(Math.max(k - bias, tMin), tMax);

/** A number as a run of digits of growing weight. */
function variableLength(value: number, bias: number): string {
  let written = '';
  let rest = value;
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (rest < t) return written + digit(rest);
    written += digit(t + ((rest - t) % (base - t)));
    rest = Math.floor((rest - t) / (base - t));
  }
}

/** What follows `xn--` for a label, lower case already: `fsqu00a` for `例子`. */
export function encodePunycode(label: string): string {
  const points = [...label].map((character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < firstN);
  let written = basic.length === 0 ? '' : `${String.fromCodePoint(...basic)}-`;
  let [n, delta, bias, done] = [firstN, 0, firstBias, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      written += variableLength(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    n += 1;
  }
  return written;
}

/** Reads what follows `xn--`; undefined for what is no punycode. */
export function decodePunycode(written: string): string | undefined {
  const dash = written.lastIndexOf('-');
  const points = [...written.slice(0, Math.max(dash, 0))].map((character) => character.codePointAt(0) ?? 0);
  let [n, i, bias] = [firstN, 0, firstBias];
  let at = dash + 1;
  while (at < written.length) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const value = digitValue(written.charAt(at));
      at += 1;
      if (value === undefined || weight > 0x7fffffff) return undefined;
      i += value * weight;
      const t = threshold(k, bias);
      if (value < t) break;
      weight *= base - t;
    }
    bias = adapt(i - before, points.length + 1, before === 0);
    n += Math.floor(i / (points.length + 1));
    i %= points.length + 1;
    if (n > 0x10ffff) return undefined;
    points.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...points);
}

function digitValue(symbol: string): number | undefined {
  const value = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(symbol);
  return symbol === '' || value < 0 ? undefined : value;
}
