import { isIP } from 'node:net'
import type { S3Place } from './files/s3-client.server.ts'

/** What the environment may set; all of it optional. docs/operating.md says each in a sentence. */
export type Config = {
  port: number
  host: string
  publicUrl?: string
  /** Machines whose word on where a request comes from is believed, besides this one: addresses or networks. */
  trustedProxies?: string[]
  databaseUrl?: string
  replicaUrl?: string
  data: string
  secret?: string
  smtpUrl?: string
  mailFrom?: string
  administrator?: { email: string; password: string }
  organisation?: string
  /** Where files of people lie; absent: in the data folder. */
  s3?: S3Place
  logLevel: string
  /** Whether this process does the worker's part too. */
  worker: boolean
}

/** Reads the environment, or throws one sentence that says what to mend. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const administrator = administratorOf(env)
  const s3 = s3Of(env)
  return {
    port: portOf(env.PORT),
    host: hostOf(env.HOST),
    publicUrl: publicUrlOf(env),
    ...proxiesOf(env.TRUSTED_PROXIES),
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    replicaUrl: urlOf(env, 'DATABASE_REPLICA_URL', ['postgres:', 'postgresql:']),
    data: env.SANAD_DATA || './data',
    secret: secretOf(env.SANAD_SECRET),
    smtpUrl: smtpUrlOf(env),
    mailFrom: senderOf(env.MAIL_FROM),
    ...(administrator ? { administrator } : {}),
    organisation: organisationOf(env.SANAD_ORGANISATION),
    ...(s3 ? { s3 } : {}),
    logLevel: oneOf(env, 'LOG_LEVEL', ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'warn'),
    worker: oneOf(env, 'SANAD_WORKER', ['on', 'off'], 'on') === 'on',
  }
}

function portOf(given: string | undefined): number {
  if (!given) return 3000
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is “${given}”: please give a whole number from 0 to 65535.`)
  return port
}

function hostOf(given: string | undefined): string {
  if (!given) return '127.0.0.1'
  if (!isIP(given) && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(given))
    throw new Error(`HOST is “${given}”: please give the name or the IP address to listen on, as 127.0.0.1 or 0.0.0.0.`)
  return given
}

function proxiesOf(given: string | undefined): Pick<Config, 'trustedProxies'> {
  const proxies = given?.split(/[\s,]+/).filter(Boolean) ?? []
  const wrong = proxies.find((proxy) => !isNetwork(proxy))
  if (wrong)
    throw new Error(
      `TRUSTED_PROXIES has “${wrong}”: please give IP addresses or networks with commas between, as 10.0.0.5, 172.16.0.0/12.`,
    )
  return proxies.length > 0 ? { trustedProxies: proxies } : {}
}

/** A whole network of zero bits would be everybody: then anybody could say where they are. */
function isNetwork(given: string): boolean {
  const [address = '', bits, ...more] = given.split('/')
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return most > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most))
}

/** An address, with or without a name before it: what mail programs show as the sender. */
function senderOf(given: string | undefined): string | undefined {
  const sender = given?.trim()
  if (!sender) return undefined
  const address = /^(?:[^<>\p{Cc}]*<([^<>]*)>|([^<>]*))$/u.exec(sender)
  if (!/^[^\s@,;:<>"()\p{Cc}]+@[^\s@,;:<>"()\p{Cc}]+$/u.test(address?.[1] ?? address?.[2] ?? ''))
    throw new Error(`MAIL_FROM is “${given}”: please give an e-mail address, as Support <support@example.com>.`)
  return sender
}

function organisationOf(given: string | undefined): string | undefined {
  const name = given?.trim()
  if (!name) return undefined
  if (name.length > 200 || /\p{Cc}/u.test(name))
    throw new Error(
      'SANAD_ORGANISATION is not a name that can be shown: please give one line of at most 200 characters.',
    )
  return name
}

function urlOf(env: Record<string, string | undefined>, name: string, protocols: string[]): string | undefined {
  const given = env[name]
  if (!given) return undefined
  const kinds = protocols.map((protocol) => `${protocol}//…`).join(' or ')
  if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol))
    throw new Error(`${name} is not an address that can be used: it should look like ${kinds}${signs(protocols)}.`)
  return given
}

/** What breaks an address when it stands in a password as it is. */
function signs([protocol]: string[]): string {
  if (protocol?.startsWith('http')) return ''
  return ', with % # / ? @ and : in a user name or password written as %25 %23 %2F %3F %40 and %3A'
}

function smtpUrlOf(env: Record<string, string | undefined>): string | undefined {
  const protocols = ['smtp:', 'smtps:']
  const given = urlOf(env, 'SMTP_URL', protocols)
  if (given && !isDecodable(new URL(given)))
    throw new Error(`SMTP_URL has a % that stands for no sign: it should look like smtp://…${signs(protocols)}.`)
  return given
}

function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== undefined
  } catch {
    return false
  }
}

/** An origin, as browsers write it; the pages stand at its root. */
function publicUrlOf(env: Record<string, string | undefined>): string | undefined {
  const given = urlOf(env, 'PUBLIC_URL', ['http:', 'https:'])
  if (!given) return undefined
  const { origin, href } = new URL(given)
  if (href !== `${origin}/`)
    throw new Error(`PUBLIC_URL has more than a host and a port: please give the address alone, as ${origin}.`)
  return origin
}

/** Characters: what is shorter can be guessed by whoever holds one cookie. */
export const shortestSecret = 32

function secretOf(given: string | undefined): string | undefined {
  if (given && given.length < shortestSecret)
    throw new Error(`SANAD_SECRET is too short: please give at least ${shortestSecret} characters.`)
  return given || undefined
}

function administratorOf(env: Record<string, string | undefined>) {
  const { SANAD_ADMIN_EMAIL: email, SANAD_ADMIN_PASSWORD: password } = env
  if (!email && !password) return undefined
  if (!email || !password)
    throw new Error('SANAD_ADMIN_EMAIL and SANAD_ADMIN_PASSWORD belong together: please give both or neither.')
  return { email, password }
}

/** All of it or none: half a place is a place where files would be lost. */
function s3Of(env: Record<string, string | undefined>): S3Place | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_REGION: region } = env
  const endpoint = urlOf(env, 'S3_ENDPOINT', ['http:', 'https:'])
  if (!bucket && !accessKey && !secretKey && !endpoint) return undefined
  if (!bucket || !accessKey || !secretKey)
    throw new Error('S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY belong together: please give all three or none.')
  return { bucket, region: region || 'us-east-1', accessKey, secretKey, ...(endpoint ? { endpoint } : {}) }
}

function oneOf(env: Record<string, string | undefined>, name: string, values: string[], otherwise: string): string {
  const given = env[name]
  if (!given) return otherwise
  if (!values.includes(given)) throw new Error(`${name} is “${given}”: please give one of ${values.join(', ')}.`)
  return given
}
