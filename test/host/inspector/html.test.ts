import assert from 'node:assert/strict';
import { newNonce, pageHtml } from '../../../src/host/inspector/html';

describe('the page of the inspector', () => {
  const shell = {
    ...{ cspSource: 'https://webview.example', scriptUri: 'https://a/x.js', styleUri: 'https://a/x.css' },
    ...{ nonce: 'abc123', locale: 'de', title: 'JWT' },
  };
  const made = (): string => pageHtml(shell);
  const policyOf = (page: string): Readonly<Record<string, string>> => {
    const [, content] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    const directives = content.replaceAll('&#39;', "'").split('; ');
    return Object.fromEntries(
      directives.map((one) => [one.split(' ', 1)[0], one.slice(one.indexOf(' ') + 1)]),
    );
  };

  it('may load its script and its style sheet, and nothing else from anywhere', () => {
    assert.deepEqual(policyOf(made()), {
      'default-src': "'none'",
      'style-src': 'https://webview.example',
      'script-src': "'nonce-abc123'",
      'img-src': "'none'",
      'font-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('states its language, and names its script with the word that lets it run', () => {
    const html = made();
    assert.match(html, /^<!DOCTYPE html>\n<html lang="de">/);
    assert.match(html, /<script nonce="abc123" src="https:\/\/a\/x\.js"><\/script>/);
    assert.match(html, /<link rel="stylesheet" href="https:\/\/a\/x\.css">/);
    assert.match(html, /<title>JWT<\/title>/);
  });

  it('lets no text out of its attribute', () => {
    const odd = pageHtml({ ...shell, title: `</title><img src=x onerror="a('&')">`, locale: '"><b>' });
    assert.ok(odd.includes('&#60;/title&#62;&#60;img src=x onerror=&#34;a(&#39;&#38;&#39;)&#34;&#62;'));
    assert.ok(odd.includes('<html lang="&#34;&#62;&#60;b&#62;">'));
  });

  it('has 128 new random bits each time', () => {
    const nonces = new Set(Array.from({ length: 50 }, newNonce));
    assert.equal(nonces.size, 50);
    for (const one of nonces) assert.match(one, /^[0-9a-f]{32}$/);
  });
});
