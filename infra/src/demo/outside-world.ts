import { ApiCaller, type Body } from './api-caller';

/** The director of the sandbox: sets the scene, moves the world, and reads what it received. */
export class OutsideWorld {
  private readonly api: ApiCaller;

  constructor(readonly url: string) {
    this.api = new ApiCaller(url);
  }

  /** An access token of the development identity provider. `expiresIn` in seconds. */
  async tokenOf(persona: string, expiresIn?: number): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'urn:beian:sandbox:persona',
      client_id: 'beian-scripts',
      persona,
      ...(expiresIn === undefined ? {} : { expires_in: String(expiresIn) }),
    });
    const answer = await fetch(`${this.url}/oidc/token`, { method: 'POST', body: form });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`no token for ${persona}: ${answer.status}`);
    return token;
  }

  /** The registry knows this domain: verified, held by this registrant, good for two years. */
  registerDomain(
    domain: string,
    registrant: { name: string; certificateType: string; certificateNumber: string },
  ): Promise<Body> {
    const now = Date.now();
    const years = (count: number) => new Date(now + count * 365 * 86_400_000).toISOString();
    return this.api.must('PUT', `/control/domains/${domain}`, {
      body: {
        domain,
        registrar: { name: '试验域名有限公司', approved: true },
        registeredAt: years(-1),
        expiresAt: years(2),
        realName: { state: 'verified', verifiedAt: years(-1) },
        registrant,
        privacy: false,
      },
    });
  }

  /** The cloud account holds this instance: a mainland server, bought for a year. */
  provideInstance(instanceId: string, accountId: string): Promise<Body> {
    return this.api.must('PUT', `/control/instances/${instanceId}`, {
      body: {
        instanceId,
        accountId,
        type: 'ecs',
        region: 'cn-zhangjiakou',
        mainland: true,
        billing: 'subscription',
        boughtMonths: 12,
        expiresAt: new Date(Date.now() + 330 * 86_400_000).toISOString(),
        publicIp: '203.0.113.7',
        state: 'running',
      },
    });
  }

  /** Another provider has a website filed: the ministry's record has it, this provider does not. Answers its numbers. */
  fileElsewhere(
    certificate: { province: string; certificateNumber: string },
    domain: string,
  ): Promise<{ readonly subjectNumber: string; readonly siteNumber: string }> {
    const { province, certificateNumber } = certificate;
    const path = `/control/national-register/${certificateNumber}/sites`;
    return this.api.must('POST', path, { body: { province, domain } }) as never;
  }

  script(body: Readonly<Record<string, unknown>>): Promise<{ readonly id: string }> {
    return this.api.must('POST', '/control/scripts', { body }) as Promise<{ readonly id: string }>;
  }

  /** Ends every script that somebody has left. */
  async endScripts(): Promise<void> {
    const scripts = (await this.api.must('GET', '/control/scripts')) as readonly { readonly id: string }[];
    for (const { id } of scripts) await this.endScript(id);
  }

  /** How many calls a script has held for so far. */
  async usesOf(id: string): Promise<number> {
    const scripts = (await this.api.must('GET', '/control/scripts')) as readonly Body[];
    return Number(scripts.find((script) => script.id === id)?.used ?? 0);
  }

  endScript(id: string): Promise<unknown> {
    return this.api.must('DELETE', `/control/scripts/${id}`);
  }

  async received(query: { party?: string; match?: string }): Promise<readonly Body[]> {
    return (await this.api.must(
      'GET',
      `/control/received?${new URLSearchParams(query).toString()}`,
    )) as readonly Body[];
  }

  effects(filingId: string): Promise<Readonly<Record<string, { effects: number; repeats: number }>>> {
    return this.api.must('GET', `/control/effects/${filingId}`) as never;
  }

  /** The codes that were sent to a mobile, newest last. */
  async codesSentTo(mobile: string): Promise<readonly string[]> {
    const messages = await this.received({ party: 'carrier', match: mobile });
    return messages.flatMap(({ data, repeated }) =>
      repeated ? [] : [...String(data.text).matchAll(/(?<!\d)\d{6}(?!\d)/g)].map(([code]) => code),
    );
  }

  /** The newest code in a mobile's inbox once `count` have arrived: the stage is told before its messages are sent. */
  async awaitCode(mobile: string, count = 1): Promise<string> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const codes = await this.codesSentTo(mobile);
      const newest = codes.at(-1);
      if (newest !== undefined && codes.length >= count) return newest;
      if (Date.now() > deadline) throw new Error(`${codes.length} of ${count} codes have arrived within a minute`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  async ordersOf(filingId: string): Promise<readonly Body[]> {
    return (await this.api.must('GET', `/control/authority/orders?filingId=${filingId}`)) as readonly Body[];
  }

  /** The administration decides the newest order of a filing. */
  async decide(filingId: string, decision: Readonly<Record<string, unknown>>): Promise<void> {
    const order = (await this.ordersOf(filingId)).at(-1);
    if (order === undefined) throw new Error(`no order of ${filingId} has reached the authority`);
    await this.api.must('POST', `/control/authority/orders/${order.transactionId}/decision`, { body: decision });
  }

  async parcelsOf(filingId: string): Promise<readonly Body[]> {
    return (await this.api.must('GET', `/control/shipments?match=${filingId}`)) as readonly Body[];
  }

  async moveParcel(shipmentId: string, state: 'shipped' | 'delivered' | 'lost'): Promise<void> {
    await this.api.must('POST', `/control/shipments/${shipmentId}/moves`, { body: { state } });
  }

  /** Lets time pass for one filing, such as `48 hours`; the others stand still. */
  async forward(filingId: string, time: string): Promise<void> {
    await this.api.must('POST', `/control/filings/${filingId}/clock`, { body: { forward: time } });
  }

  callbacks(): Promise<readonly Body[]> {
    return this.api.must('GET', '/control/callbacks') as Promise<readonly Body[]>;
  }

  async repeatCallback(messageId: string): Promise<void> {
    await this.api.must('POST', `/control/callbacks/${messageId}/repeat`);
  }
}
