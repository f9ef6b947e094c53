import type { components } from './api-types.data';

export type Problem = components['schemas']['Problem'];

/** A refusal of the gateway: `problem` says code, places, both languages and the remedy. */
export class BeianProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.en} (${problem.zh})`);
    this.name = 'BeianProblem';
  }
}

interface Result<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value;

/**
 * The data of an answer. Throws `BeianProblem` for a refusal, and a plain Error where something between the caller and the
 * gateway answered.
 */
export function unwrap<T>({ data, error, response }: Result<T>): T {
  if (response.ok) return data as T;
  if (isProblem(error)) throw new BeianProblem(error);
  throw new Error(`${response.url} answered ${response.status}, which is no answer of the gateway`);
}
