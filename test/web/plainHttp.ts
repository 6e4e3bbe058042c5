/**
 * A test of each feature, by a part of its title: they are run once more in a page of plain http, where neither the page nor
 * the extension host has WebCrypto, and VS Code shows no webview.
 */
export const overPlainHttp: readonly string[] = [
  'the hover verifies the tutorial’s RS256 token with its author’s public key',
  'the hover verifies ES256, EdDSA and PS256 tokens with a PEM file and a JWK Set',
  'opens a document that cannot be edited, with all that is known of the token',
  'shows the claims, and the key that opened them',
  'replaces the token it made, saved once more, and is undone in one step',
  'moves the end on, signed with the same key under the same header',
  'the keys of the workspace are listed by what they are and where they are from',
  'a set of keys is fetched and verifies',
  'the workspace’s tokens are found without ripgrep',
  'hint that a token expired, on its payload, and link to the rule',
  'tell what a token is and when it ends, and lead to the inspector and to verifying',
  'a worker of its own looks for the reason of a failure',
  'a worker of its own looks for the secret of a token',
  'copies the token redacted, or as a header for curl',
  'the tool for language models is there, and refused until it is turned on',
  'no half of a generated pair stays on a disk',
];
