import { z } from 'zod';
import { parties, type Party, type World } from './world';

/** How a party misbehaves (or is told to act) until the script is used up or removed. */
export const behaviours = ['slow', 'closed', 'lost', 'wrong', 'twice', 'never', 'reject', 'grant'] as const;
export type Behaviour = (typeof behaviours)[number];

export const scriptSchema = z.strictObject({
  party: z.enum(parties),
  behaviour: z.enum(behaviours),
  /** Only calls whose key, path or text contains this (a filing id, a domain, a mobile); absent = all calls. */
  match: z.string().min(1).optional(),
  /** How many calls it holds for; absent = until it is removed. */
  times: z.int().positive().optional(),
  /** `slow`: how long an answer takes; `lost`: how long the caller waits before the line is cut; in milliseconds. */
  delayMs: z.int().min(0).max(60_000).optional(),
  /** `closed`: business instant at which the party opens again; absent = until removed. */
  until: z.iso.datetime().optional(),
  /** `reject`: reasons the authority gives. */
  reasons: z
    .array(z.strictObject({ code: z.string(), pointer: z.string(), text: z.string() }))
    .min(1)
    .optional(),
});
export type Script = z.output<typeof scriptSchema> & { readonly id: string; used: number };

export interface ScriptedCall {
  readonly party: Party;
  /** Key, path and text of the call, in which `match` is searched. */
  readonly words: string;
  /** Business time of the call where it carries one. */
  readonly at?: string;
}

/** The behaviours that hold for a call, counted as used. */
export function scriptsFor(world: World, call: ScriptedCall): readonly Script[] {
  const holding = world.state.scripts.filter(
    (script) =>
      script.party === call.party &&
      (script.match === undefined || call.words.includes(script.match)) &&
      (script.times === undefined || script.used < script.times) &&
      (script.until === undefined || call.at === undefined || Date.parse(call.at) < Date.parse(script.until)),
  );
  for (const script of holding) script.used += 1;
  if (holding.length > 0) world.save();
  return holding;
}

/** The first script with this behaviour, if one holds. */
export const scripted = (scripts: readonly Script[], behaviour: Behaviour): Script | undefined =>
  scripts.find((script) => script.behaviour === behaviour);

/** Waits as long as a `slow` script says, in real time: the caller's own timeout is what is tried out. */
export async function beSlow(scripts: readonly Script[]): Promise<void> {
  await wait(scripted(scripts, 'slow')?.delayMs);
}

/** `lost`: what was asked is done, but the line is cut before the answer. */
export async function loseAnswer(scripts: readonly Script[], line: Line): Promise<void> {
  const lost = scripted(scripts, 'lost');
  if (lost === undefined) return;
  await wait(lost.delayMs);
  line.socket?.destroy();
}

/** The part of a request that is cut. */
export interface Line {
  readonly socket: { destroy(): unknown } | undefined;
}

async function wait(delayMs = 0): Promise<void> {
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
}
