/** People of the development identity provider. Invented, obviously; anyone may sign in as any of them. */
export interface Persona {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string;
  readonly locale: 'zh-CN' | 'en';
}

const persona = (
  ...[sub, name, roles, locale = 'zh-CN']: readonly [string, string, readonly string[], Persona['locale']?]
): Persona => ({
  sub,
  name,
  roles,
  email: `${sub}@people.example`,
  locale,
});

export const personas: readonly Persona[] = [
  persona('applicant-lin', '林试', ['applicant']),
  persona('applicant-chen', '陈试', ['applicant']),
  persona('applicant-smith', 'Sam Smith', ['applicant'], 'en'),
  persona('agent-zhou', '周代办', ['agent']),
  persona('reviewer-wang', '王审', ['reviewer']),
  persona('reviewer-he', '何审', ['reviewer']),
  persona('senior-gao', '高审', ['reviewer', 'senior']),
  persona('operator-ma', '马运', ['operator']),
  persona('auditor-xu', '徐查', ['auditor']),
];

/** A persona by its subject. Unknown ones are applicants: tests make as many people as they need. */
export function personaOf(sub: string): Persona {
  return personas.find((one) => one.sub === sub) ?? persona(sub, sub, [sub.split('-')[0] ?? 'applicant']);
}
