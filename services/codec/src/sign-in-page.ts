import type { Reader } from './readers';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 32};`);

/** The page: who is signed in and what he sees, or a way to sign in. Both languages side by side. */
export function signInPage(reader: Reader | undefined, uiUrl: string): string {
  const body = reader === undefined ? signedOut : signedIn(reader, uiUrl);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Codec · 解码</title>
<style>body{font:16px/1.6 system-ui,sans-serif;margin:3rem auto;max-width:40rem;padding:0 1rem}</style>
<h1>Codec · 解码</h1>
<p>载荷是加密的。登录后，Temporal 界面可以显示其内容。<br>Payloads are encrypted. Sign in and the Temporal UI can show them.</p>
${body}</html>`;
}

const signedOut = '<p><a href="/sign-in">登录 · Sign in</a></p>';

function signedIn({ caller, view }: Reader, uiUrl: string): string {
  const sees = view === 'content' ? '内容 · content' : '结构 · shapes only';
  return `<p>已登录 · Signed in: <b>${escaped(caller.subject)}</b> (${escaped(caller.roles.join(', '))}), ${sees}.</p>
<p>在 <a href="${escaped(uiUrl)}">Temporal 界面</a> 右上角的眼镜图标中勾选 “Include cross-origin credentials”。<br>
In the <a href="${escaped(uiUrl)}">Temporal UI</a>, open the codec dialog (glasses) and tick “Include cross-origin credentials”.</p>
<form method="post" action="/sign-out"><button>退出 · Sign out</button></form>`;
}
