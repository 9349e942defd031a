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

/** What else passes through: files, drafts, mails that come in, words that are looked for, and what is in no form at all. */
const more = {
  fileName: mark('filename'),
  fileContent: mark('filecontent'),
  draft: mark('draft'),
  savedQuery: mark('savedquery'),
  cannedAnswer: mark('cannedanswer'),
  organisation: mark('organisation'),
  searchWords: mark('searchwords'),
  personWords: mark('personwords'),
  exported: mark('exportfilter'),
  idempotencyKey: mark('idempotencykey'),
  unknownPath: mark('unknownpath'),
  mailSubject: mark('mailsubject'),
  mailText: mark('mailtext'),
  mailSender: mark('mailsender'),
}

test('class 25: secrets and private words go through the product at its most talkative, and none is in its log', async () => {
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
    await expect.poll(() => said).toMatch(/Sanad is at http/)
    const address = /Sanad is at (http:\/\/\S+)/.exec(said)![1]!
    await goThrough(address)
    await mailComesIn(database.url, 'one')
    // failures of ours are logged with their cause; PostgreSQL would tell the row that it failed on
    await breakTables(database.url)
    await goThrough(address)
    await mailComesIn(database.url, 'two')
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
    await database.drop()
    rmSync(data, { recursive: true, force: true })
  }
  expect(said).toContain('request failed')
  expect(
    Object.entries({ ...secrets, ...more })
      .filter(([, text]) => said.includes(text))
      .map(([name]) => name),
  ).toEqual([])
})

/** As a mailbox hands one over, and until the worker has looked at it. */
async function mailComesIn(url: string, id: string): Promise<void> {
  const raw = `From: ${more.mailSender} <${more.mailSender}@example.org>\r\nTo: desk@example.org\r\nMessage-ID: <${id}@example.org>\r\nSubject: ${more.mailSubject}\r\n\r\n${more.mailText}\r\n`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into inbound_mail (id, raw, hash, received_at, state) values (gen_random_uuid(), $1, $2, now(), 'received')`,
    [Buffer.from(raw), id],
  )
  const looked = `select from inbound_mail where hash = $1 and (state <> 'received' or tries > 0 or last_error is not null)`
  await expect.poll(async () => (await client.query(looked, [id])).rowCount, { interval: 200 }).toBe(1)
  await client.end()
}

async function breakTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const table of ['ticket', 'message', 'users', 'mail_server', 'upload', 'draft', 'saved_query', 'export_file'])
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
  await ask('POST', '/api/v1/links/look', { kind: 'invitation', token: secrets.invitation })
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
  const named = {
    'content-type': 'application/octet-stream',
    'x-file-name': more.fileName,
    'x-file-type': more.fileName,
  }
  await ask('POST', '/api/v1/files', more.fileContent, named)
  await ask('PUT', `${ticket}/drafts/note`, { text: more.draft })
  const filters = { words: more.exported }
  await ask('POST', '/api/v1/saved-queries', { query: 'closed-tickets', name: more.savedQuery, filters })
  await ask('POST', '/api/v1/exports', { query: 'closed-tickets', format: 'csv', filters })
  await ask('POST', '/api/v1/canned-answers', { name: more.cannedAnswer, text: more.cannedAnswer, shared: 'nobody' })
  await ask('POST', '/api/v1/organisations', { name: more.organisation }, { 'idempotency-key': more.idempotencyKey })
  await ask('GET', `/api/v1/queries/closed-tickets?words=${more.searchWords}`)
  await ask('GET', `/api/v1/queries/closed-tickets.csv?words=${more.searchWords}&after=${more.searchWords}`)
  await ask('GET', `/api/v1/users?search=${more.personWords}`)
  await ask('GET', `/api/v1/${more.unknownPath}?${more.unknownPath}=1`)
  await ask('PUT', `/api/v1/${more.unknownPath}`, more.unknownPath)
}
