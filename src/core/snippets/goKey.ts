/** How a Go program comes by the half of the key that it needs: lines of a template, indented by one tab. */
export function goKey(half: 'Private' | 'Public'): string {
  return `[secret] \tkey := []byte(os.Getenv("JWT_SECRET"))
[!secret] \tpem, err := os.ReadFile(os.Getenv("JWT_${half.toUpperCase()}_KEY_FILE"))
[!secret] \tif err != nil {
[!secret] \t\tlog.Fatal(err)
[!secret] \t}
[rsa] \tkey, err := jwt.ParseRSA${half}KeyFromPEM(pem)
[ec] \tkey, err := jwt.ParseEC${half}KeyFromPEM(pem)
[ed] \tkey, err := jwt.ParseEd${half}KeyFromPEM(pem)
[!secret] \tif err != nil {
[!secret] \t\tlog.Fatal(err)
[!secret] \t}`;
}
