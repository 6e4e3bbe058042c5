/** The little of jsonwebtoken that is called here; the package has no types of its own. */
declare module 'jsonwebtoken' {
  const jsonwebtoken: {
    verify(token: string, key: unknown, options: object): unknown;
  };
  export = jsonwebtoken;
}
