/** What the page shell needs; addresses as the webview names them. */
export interface PageShell {
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly nonce: string;
  /** A BCP 47 tag, so that the page is read aloud in the right voice. */
  readonly locale: string;
  readonly title: string;
}

/**
 * The page before anything is shown: one script, one style sheet, no picture, no font, no address to reach. Everything
 * a token says arrives later, by message, and becomes text nodes.
 */
export function pageHtml(shell: PageShell): string {
  const policy = [
    "default-src 'none'",
    `style-src ${shell.cspSource}`,
    `script-src 'nonce-${shell.nonce}'`,
    "img-src 'none'",
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(shell.locale)}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${escapeAttribute(shell.styleUri)}">
  <title>${escapeAttribute(shell.title)}</title>
</head>
<body>
  <main id="inspector"></main>
  <script nonce="${escapeAttribute(shell.nonce)}" src="${escapeAttribute(shell.scriptUri)}"></script>
</body>
</html>`;
}

/** 128 random bits that no token-borne text can guess. */
export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
