import { type FilingForm, mobile } from '@beian/infra';

/** The form of a day on which emergency phones are asked too (rules.md 3.2: from 2019-04-11). */
export function withEmergencyPhones(form: FilingForm): FilingForm {
  const persons = Object.entries(form.subject.administrators as Readonly<Record<string, object>>);
  const administrators = Object.fromEntries(
    persons.map(([key, person]) => [key, { ...person, emergencyMobile: mobile() }]),
  );
  return { ...form, subject: { ...form.subject, administrators } };
}
