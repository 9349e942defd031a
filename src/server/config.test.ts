import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

/** A row of a table with its words for the title. */
const row = (environment: Record<string, string | undefined>) => [JSON.stringify(environment), environment] as const

test('with nothing set all is as docs/operating.md says', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    data: './data',
    logLevel: 'warn',
    worker: true,
  })
  // as an empty line in a service file comes in
  expect(readConfig({ PORT: '', HOST: '', MAIL_FROM: '', SANAD_ORGANISATION: ' ' })).toEqual(readConfig({}))
})

test.each(
  [
    { PORT: '0' },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: 'desk-1.example.com' },
    { PUBLIC_URL: 'https://help.example.com/' },
    { TRUSTED_PROXIES: '10.0.0.5, 172.16.0.0/12 fd00::/8' },
    { DATABASE_URL: 'postgres:///sanad?host=/run/postgresql&user=sanad' },
    { DATABASE_URL: 'postgresql://sanad:p%40ss@db:5432/sanad' },
    { DATABASE_REPLICA_URL: 'postgres://replica/sanad' },
    { SMTP_URL: 'smtps://user:password@mail.example.com:465' },
    { MAIL_FROM: 'support@example.com' },
    { MAIL_FROM: 'Najm Support <support@example.com>' },
    { MAIL_FROM: '"Najm, Support" <support@example.com>' },
    { MAIL_FROM: 'دعم نجم <support@localhost>' },
    { SANAD_SECRET: 'x'.repeat(32) },
    { SANAD_ADMIN_EMAIL: 'a@b.example', SANAD_ADMIN_PASSWORD: 'a long password' },
    { SANAD_ORGANISATION: 'شركة نجم' },
    { SANAD_WORKER: 'off' },
    { LOG_LEVEL: 'debug' },
  ].map(row),
)('%s is taken', (_, environment) => {
  expect(() => readConfig(environment)).not.toThrow()
})

test('however the public address is written, cookies behind TLS are marked secure', () =>
  expect(readConfig({ PUBLIC_URL: 'HTTPS://Help.Example.com:443/' }).publicUrl).toBe('https://help.example.com'))

test.each(
  [
    { PORT: '3000x' },
    { PORT: '65536' },
    { PORT: '-1' },
    { HOST: 'a b' },
    { TRUSTED_PROXIES: 'proxy.example.com' },
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    { TRUSTED_PROXIES: '0.0.0.0/0' },
    { HOST: 'http://127.0.0.1' },
    { HOST: '127.0.0.1:3000' },
    { PUBLIC_URL: 'help.example.com' },
    { PUBLIC_URL: 'javascript://x' },
    { PUBLIC_URL: 'https://example.com/help' },
    { PUBLIC_URL: 'https://noor@example.com' },
    { PUBLIC_URL: 'https://example.com/?a=b' },
    { DATABASE_URL: 'mysql://db/sanad' },
    { DATABASE_REPLICA_URL: 'replica' },
    { SMTP_URL: 'mail.example.com' },
    { SMTP_URL: 'smtp://desk:100%ab@mail.example.com' },
    { SMTP_URL: 'smtp://desk:100%@mail.example.com' },
    { MAIL_FROM: 'a b' },
    { MAIL_FROM: 'support' },
    { MAIL_FROM: 'Support <support>' },
    { MAIL_FROM: 'Support support@example.com' },
    { MAIL_FROM: 'a@b.example, c@d.example' },
    { MAIL_FROM: 'Support <a@b.example>\r\nBcc: c@d.example' },
    { SANAD_SECRET: 'short' },
    { SANAD_ADMIN_EMAIL: 'a@b.example' },
    { SANAD_ORGANISATION: 'x'.repeat(201) },
    { SANAD_ORGANISATION: 'Najm\nSupport' },
    { SANAD_WORKER: 'maybe' },
    { LOG_LEVEL: 'loud' },
  ].map(row),
)('%s is refused with a sentence that names it', (_, environment) => {
  expect(() => readConfig(environment)).toThrow(
    new RegExp(`^${Object.keys(environment)[0]} .*(: please |: it should )`, 's'),
  )
})

test.each(['DATABASE_URL', 'SMTP_URL'])(
  'a password with a # in %s was refused without a word of how to write it',
  (name) => {
    const protocol = name === 'SMTP_URL' ? 'smtp' : 'postgres'
    expect(() => readConfig({ [name]: `${protocol}://desk:p#w@db.example/sanad` })).toThrow(/# .* written as .*%23/)
  },
)

test('a bucket is named whole or not at all', () => {
  const whole = { S3_BUCKET: 'files', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' }
  expect(readConfig({}).s3).toBeUndefined()
  expect(readConfig(whole).s3).toEqual({ bucket: 'files', accessKey: 'a', secretKey: 'b', region: 'us-east-1' })
  expect(readConfig({ ...whole, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_REGION: 'eu' }).s3).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    region: 'eu',
  })
  for (const missing of Object.keys(whole))
    expect(() => readConfig({ ...whole, [missing]: '' })).toThrow(/belong together/u)
  expect(() => readConfig({ ...whole, S3_ENDPOINT: 'minio:9000' })).toThrow(/S3_ENDPOINT/u)
})
