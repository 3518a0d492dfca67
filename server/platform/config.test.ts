import { expect, test } from 'vitest';
import { ConfigProblem, readConfig } from './config.ts';

test.each([
  [{ PORT: '80800' }, /PORT is "80800": set it to a whole number from 0 to 65535/],
  [{ PORT: 'http' }, /PORT is "http"/],
  [{ PORT: '-1' }, /PORT is "-1"/],
  [{ PORT: '80.5' }, /PORT is "80.5"/],
  [{ POOL_SIZE: '1' }, /POOL_SIZE is "1": set it to a whole number from 2 to 500/],
  [{ MAX_IN_FLIGHT: '0' }, /MAX_IN_FLIGHT is "0"/],
  [{ HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0, but the demo .*YICHUANG_DEMO=off/],
  [{ HOST: '::' }, /HOST is ::, but the demo/],
  [{ HOST: '127.0.0.1.example.com' }, /HOST is 127\.0\.0\.1\.example\.com, but the demo/],
  [{ DATABASE_URL: 'postgres://a:b@127.0.0.1/c', YICHUANG_DEMO: 'on' }, /demo district is not loaded into an outside/],
  [{ DATABASE_URL: 'mysql://a:b@127.0.0.1/c' }, /DATABASE_URL must look like postgres:\/\//],
  [{ TLS_KEY: 'key.pem' }, /TLS needs both TLS_KEY and TLS_CERT/],
  [{ PUBLIC_URL: 'yichuang' }, /PUBLIC_URL is "yichuang"/],
  [{ TRUST_PROXY: 'true' }, /TRUST_PROXY is "true": set it to the addresses of your proxies/],
  [{ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY is "10\.0\.0\.0\/33"/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud": set it to one of trace, /],
])('a wrong setting is one sentence that names it: %o', (env, words) => {
  const read = () => readConfig(env, '/');
  expect(read).toThrow(ConfigProblem);
  expect(read).toThrow(words);
});

test('without settings: loopback, the embedded database, the demo district', () => {
  expect(readConfig({}, '/srv')).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataFolder: '/srv/.yichuang',
    publicUrl: 'http://127.0.0.1:8080',
    demo: true,
  });
});

test('proxies are addresses, networks or names of networks', () => {
  const trusted = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }, '/').trustProxy;
  expect(trusted('')).toBe(false);
  expect(trusted('loopback, 10.1.0.0/16, ::1')).toBe('loopback, 10.1.0.0/16, ::1');
});

test('an outside database has no demo district, and a host that is not loopback needs none', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://a:b@db/c', HOST: '0.0.0.0' }, '/').demo).toBe(false);
  expect(readConfig({ HOST: '::1' }, '/')).toMatchObject({ demo: true, publicUrl: 'http://[::1]:8080' });
});
