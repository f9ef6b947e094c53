import type { AdministratorKey, PersonDraft } from '@beian/contracts';
import type { makeFormSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';

/** What the gateway read of the filing for its owner: both parts of the form, in clear, for one answer. Never kept. */
export type FormData = z.output<typeof makeFormSchema>;

/** One line of the form: what it is called, and what stands there. */
export interface FormRow {
  readonly label: string;
  readonly value: string;
  /** JSON pointer to the value in the draft, where it has one. */
  readonly pointer?: string;
}

export interface FormSection {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** Everything a form says; its hash is taken over exactly this. */
export interface FormContent {
  readonly title: string;
  readonly province: string;
  readonly sections: readonly FormSection[];
  /** What is declared by whoever signs. */
  readonly declaration: readonly string[];
  /** How it has to be signed in this province (rules.md 5.2). */
  readonly wishes: readonly string[];
  /** Places to sign, seal, and write by hand. */
  readonly toFill: readonly string[];
}

export const personOf = ({ subject }: FormData, key: AdministratorKey): PersonDraft =>
  subject.draft.administrators[key] ?? {};
