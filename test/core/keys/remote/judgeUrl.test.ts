import assert from 'node:assert/strict';
import { judgeUrl } from '../../../../src/core/keys/remote/judgeUrl';

const judged = (url: string, allowLoopback = false): string | undefined =>
  judgeUrl(new URL(url), allowLoopback)?.code;

describe('judgeUrl', () => {
  it('lets https to public hosts pass, whatever the port and path', () => {
    assert.equal(judged('https://login.example.com/jwks.json?a=b'), undefined);
    assert.equal(judged('https://login.example.com:8443/jwks'), undefined);
  });
  it('refuses every other scheme', () => {
    for (const url of ['http://a.example/', 'ftp://a.example/', 'file:///etc/passwd', 'data:,x', 'command:x'])
      assert.equal(judged(url, true), 'remote.notHttps', url);
  });
  it('refuses names and passwords in the address', () => {
    assert.equal(judged('https://name@a.example/'), 'remote.credentials');
    assert.equal(judged('https://:word@a.example/'), 'remote.credentials');
  });
  it('refuses private addresses, loopback allowed or not', () => {
    for (const host of [
      '10.0.0.1',
      '169.254.169.254',
      '[fd00::1]',
      '[fe80::1]',
      'a.internal',
      '0.0.0.0',
      'nas',
    ])
      for (const loopback of [false, true])
        assert.equal(judged(`https://${host}/`, loopback), 'remote.localAddress', host);
  });
  it('lets loopback pass where the user allows it, by http too', () => {
    for (const host of ['localhost', '127.0.0.1:8080', '[::1]', '2130706433', '[::ffff:127.0.0.1]']) {
      assert.equal(judged(`http://${host}/`), 'remote.loopback', host);
      assert.equal(judged(`https://${host}/`), 'remote.loopback', host);
      assert.equal(judged(`http://${host}/`, true), undefined, host);
      assert.equal(judged(`https://${host}/`, true), undefined, host);
    }
  });
});
