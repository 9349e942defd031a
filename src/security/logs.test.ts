import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../testing/postgres.server.ts'

/** Nothing else in the world says these. */
const mark = (what: string) => `zq7marker${what}`

const secrets = {
  administrator: `${mark('adminpassword')} x`,
  wrongPassword: `${mark('wrongpassword')} x`,
  newPassword: `${mark('newpassword')} x`,
  installation: `${mark('installationsecret')}0123456789abcdef0123456789`,
  title: mark('title'),
  description: mark('description'),
  reply: mark('reply'),
  note: mark('note'),
  solution: mark('solution'),
  reason: mark('reason'),
  personName: mark('name'),
  address: `${mark('address')}@example.org`,
  reset: mark('resettoken'),
  invitation: mark('invitationtoken'),
  registration: mark('registrationtoken'),
  cookie: mark('cookie'),
  bearer: mark('bearer'),
  smtpPassword: mark('smtppassword'),
  clientSecret: mark('clientsecret'),
  query: mark('querywords'),
}

test(
  'class 25: twenty secrets and private words go through the product at its most talkative, and none is in its log',
  { timeout: 120_000 },
  async () => {
    expect(Object.keys(secrets)).toHaveLength(20)
    const database = await cloneDatabase()
    const data = mkdtempSync(join(tmpdir(), 'sanad-logs-'))
    const child = spawn(process.execPath, [join(import.meta.dirname, '../start/server.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        SANAD_DATA: data,
        SANAD_SECRET: secrets.installation,
        SANAD_ADMIN_EMAIL: 'adam@example.com',
        SANAD_ADMIN_PASSWORD: secrets.administrator,
        PORT: '0',
        LOG_LEVEL: 'trace',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)))
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Sanad is at http/)
      const address = /Sanad is at (http:\/\/\S+)/.exec(said)![1]!
      await goThrough(address)
      // failures of ours are logged with their cause; PostgreSQL would tell the row that it failed on
      await breakTables(database.url)
      await goThrough(address)
    } finally {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      await database.drop()
      rmSync(data, { recursive: true, force: true })
    }
    expect(said).toContain('request failed')
    expect(
      Object.entries(secrets)
        .filter(([, text]) => said.includes(text))
        .map(([name]) => name),
    ).toEqual([])
  },
)

async function breakTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const table of ['ticket', 'message', 'users', 'mail_server'])
    await client.query(`alter table ${table} add constraint broken check (false) not valid`)
  await client.end()
}

async function goThrough(address: string): Promise<void> {
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: address,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const [set] = answer.headers.getSetCookie()
    if (path === '/api/auth/sign-in/email' && answer.ok && set) cookie = set.split(';')[0]!
    return (await answer.json().catch(() => ({}))) as { number?: number }
  }
  const email = 'adam@example.com'
  await ask('POST', '/api/auth/sign-in/email', { email, password: secrets.wrongPassword })
  await ask('POST', '/api/auth/sign-in/email', { email: secrets.address, password: secrets.wrongPassword })
  await ask('POST', '/api/auth/sign-in/email', { email, password: secrets.administrator })
  await ask('POST', '/api/v1/users', {
    name: secrets.personName,
    email: secrets.address,
    roles: ['customer'],
    password: secrets.newPassword,
  })
  const { number = 1 } = await ask('POST', '/api/v1/tickets', {
    title: secrets.title,
    description: secrets.description,
    customer: secrets.address,
  })
  const ticket = `/api/v1/tickets/${number}`
  await ask('POST', `${ticket}/take`, {})
  for (const [verb, body] of Object.entries({
    reply: { text: secrets.reply },
    note: { text: secrets.note },
    'propose-solution': { solution: secrets.solution },
    close: { reason: secrets.reason },
  }))
    await ask('POST', `${ticket}/${verb}`, body)
  await ask('POST', '/api/v1/tickets', `{ "title": "${secrets.title}", broken`)
  await ask('POST', '/api/auth/reset-password', { token: secrets.reset, newPassword: secrets.newPassword })
  await ask('POST', '/api/v1/invitations/accept', { token: secrets.invitation, password: secrets.newPassword })
  await ask('POST', '/api/v1/registrations/confirm', { token: secrets.registration })
  await ask('GET', `/api/v1/queries/incoming-requests?words=${secrets.query}`)
  await ask('GET', `/t/${secrets.invitation}`)
  await ask('GET', '/api/v1/me', undefined, { cookie: `sanad.session_token=${secrets.cookie}.x` })
  await ask('GET', '/api/v1/me', undefined, { authorization: `Bearer ${secrets.bearer}` })
  const server = { host: '127.0.0.1', port: 9, security: 'none', username: 'u', senderAddress: 'desk@example.org' }
  await ask('PUT', '/api/v1/mail-settings', { ...server, password: secrets.smtpPassword })
  await ask('POST', '/api/v1/mail-settings/test', { to: secrets.address })
  const provider = { issuer: 'http://127.0.0.1:9', clientId: 'c', label: 'L', linksKnown: true, addsCustomers: false }
  await ask('PUT', '/api/v1/sign-in-provider', { ...provider, clientSecret: secrets.clientSecret })
  await ask('GET', `${ticket}/conversation`)
}
