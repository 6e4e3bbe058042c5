const words = /secret|jwt|jws|hmac|sign|private|public|passw|passphrase|credential/i;

/** `key` as a word of its own: `API_KEY`, `signingKey`, not `keyboard` or `monkey`. */
const keyWord =
  /(?:^|[_\-.\s]|[a-z\d])(?:KEY|Key)(?:$|[_\-.\s\d]|[A-Z])|(?:^|[_\-.\s])key(?:$|[_\-.\s\d]|[A-Z])/;

/** Whether people give such a name to what tokens are signed with. It makes a value a candidate, nothing more. */
export function isNamedLikeSecret(name: string): boolean {
  return words.test(name) || keyWord.test(name);
}
