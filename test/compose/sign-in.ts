/** What a signed-in page sends along with each of its calls. */
export interface UiSession {
  readonly headers: Readonly<Record<string, string>>;
}

/** Goes through the sign-in of the operators' Temporal UI as a browser would, as one of the sandbox's people. */
export async function signInToUi(uiUrl: string, persona: string): Promise<UiSession> {
  const browser = new Browser();
  let page = await browser.open(`${uiUrl}/auth/sso`);
  for (let step = 0; step < 4 && !page.url.startsWith(`${uiUrl}/`); step += 1) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`no form on ${page.url}: ${page.text.slice(0, 500)}`);
    const form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: persona, password: 'any' } : {}) });
    page = await browser.open(new URL(action, page.url).href, form);
  }
  const user = browser.cookieOf(uiUrl, /^user\d+$/);
  const { AccessToken, IDToken } = JSON.parse(Buffer.from(user, 'base64').toString()) as Record<string, string>;
  return {
    headers: {
      authorization: `Bearer ${AccessToken}`,
      'authorization-extras': IDToken ?? '',
      'content-type': 'application/json',
    },
  };
}

interface Page {
  readonly url: string;
  readonly text: string;
}

/** Cookies and redirects, and no more of a browser. */
class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  async open(url: string, form?: URLSearchParams): Promise<Page> {
    let target = url;
    let body = form;
    for (let hop = 0; hop < 12; hop += 1) {
      const { host } = new URL(target);
      const jar = this.cookies.get(host) ?? new Map<string, string>();
      this.cookies.set(host, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(target, {
        redirect: 'manual',
        headers: { cookie },
        ...(body === undefined ? {} : { method: 'POST', body }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      const text = await answer.text();
      if (location === null) return { url: target, text };
      target = new URL(location, target).href;
      body = undefined;
    }
    throw new Error(`too many redirects from ${url}`);
  }

  /** All cookies whose name fits, one after the other: the page splits what is long. */
  cookieOf(url: string, name: RegExp): string {
    const jar = [...(this.cookies.get(new URL(url).host) ?? [])].filter(([one]) => name.test(one));
    if (jar.length === 0) throw new Error(`${url} has set no cookie ${name.source}`);
    return jar
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([, value]) => decodeURIComponent(value))
      .join('');
  }
}
