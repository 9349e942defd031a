import type { BrowserContext } from '@playwright/test'
import { cloneDatabase, templateOfRun, type ClonedDatabase } from '../src/testing/postgres.server.ts'
import { startProduct, type Product } from './product.ts'

export const password = 'correct horse battery staple'

export type Somebody = { id: string; name: string; email: string; cookie: string }

const administrator = {
  SANAD_ADMIN_EMAIL: 'noor@example.com',
  SANAD_ADMIN_PASSWORD: password,
  SANAD_ORGANISATION: 'Marsa Freight',
}

/** What is sent goes out at once, unless a journey is about the seconds in which it can be taken back. */
type Options = { servers?: number; environment?: Record<string, string>; undoSeconds?: number }

/** A desk that is set up and peopled; everybody is signed in. */
export async function startPeopledProduct({ undoSeconds = 0, ...options }: Options = {}) {
  // what the people's arrival does depends on the surroundings: where they are a journey's own, it happens in them
  const { product, people } = await (options.environment ? startAndPeople(options) : startPeopled(options))
  const desk = new Interface(product.address)
  if (undoSeconds !== 0) await desk.call(people.noor, 'PATCH', '/api/v1/settings', { undoSeconds })
  return { product, desk, ...people }
}

async function startAndPeople(options: Options) {
  const product = await startProduct({ ...options, environment: { ...administrator, ...options.environment } })
  return { product, people: await comeIn(new Interface(product.address)) }
}

async function startPeopled(options: Options) {
  const run = process.env['SANAD_TEST_RUN']
  if (!run) return startAndPeople(options)
  const { template, known } = await peopledTemplate(run)
  const database = await cloneDatabase(template)
  return { product: await startProduct({ ...options, environment: administrator, database }), people: known }
}

/** The people come once in a run: each product starts on a copy of the database to which they came. */
function peopledTemplate(run: string) {
  return templateOfRun({ pid: run, name: 'peopled' }, async (url) => {
    const product = await startProduct({ environment: administrator, database: { url, drop: async () => {} } })
    const people = await comeIn(new Interface(product.address))
    await product.stop()
    return people
  })
}

/**
 * A peopled desk in a situation that is brought about once in a run, for a file whose tests several workers of Playwright
 * share: each starts on a copy of it. `known` is what was said of it then.
 */
export async function startPreparedProduct<Known>(name: string, prepare: (here: PeopledProduct) => Promise<Known>) {
  const run = process.env['SANAD_TEST_RUN'] ?? String(process.pid)
  const { template: peopled, known: people } = await peopledTemplate(run)
  const startOn = async (database: ClonedDatabase): Promise<PeopledProduct> => {
    const product = await startProduct({ environment: administrator, database })
    return { product, desk: new Interface(product.address), ...people }
  }
  const { template, known } = await templateOfRun({ pid: run, name, from: peopled }, async (url) => {
    const here = await startOn({ url, drop: async () => {} })
    const said = await prepare(here)
    await here.product.stop()
    return said
  })
  return { here: await startOn(await cloneDatabase(template)), known }
}

/** As an administrator's program would do it, through the interface. */
async function comeIn(desk: Interface) {
  const noor = await desk.signIn('noor@example.com')
  await desk.call(noor, 'PATCH', '/api/v1/settings', { undoSeconds: 0 })
  const salma = await desk.add(noor, {
    name: 'Salma Idris',
    email: 'salma@example.com',
    language: 'ar',
    roles: ['customer'],
  })
  const pierre = await desk.add(noor, {
    name: 'Pierre Lemaire',
    email: 'pierre@example.com',
    language: 'en',
    roles: ['customer'],
  })
  const omar = await desk.add(noor, {
    name: 'Omar Siddiqui',
    email: 'omar@example.com',
    language: 'en',
    roles: ['representative'],
  })
  const jana = await desk.add(noor, {
    name: 'Jana Weiss',
    email: 'jana@example.com',
    language: 'en',
    roles: ['representative'],
  })
  const mariam = await desk.add(noor, {
    name: 'Mariam Al-Najjar',
    email: 'mariam@example.com',
    language: 'en',
    roles: [],
  })
  const lina = await desk.add(noor, { name: 'Lina Haddad', email: 'lina@example.com', language: 'ar', roles: [] })
  const documents = await desk.call(noor, 'POST', '/api/v1/groups', { name: 'Documents', members: [omar.id, jana.id] })
  const { items } = await desk.call(noor, 'GET', '/api/v1/groups')
  const supportDesk = items.find((group: { key: string | null }) => group.key === 'supportDesk')
  const members = [...supportDesk.members.map((member: { id: string }) => member.id), mariam.id, lina.id]
  await desk.call(noor, 'PATCH', `/api/v1/groups/${supportDesk.id}`, { members })
  return { noor, salma, pierre, omar, jana, mariam, lina, documents, supportDesk }
}

export type PeopledProduct = Awaited<ReturnType<typeof startPeopledProduct>>

/** The HTTP interface as a program uses it. */
export class Interface {
  readonly address: string

  constructor(address: string) {
    this.address = address
  }

  async signIn(email: string): Promise<Somebody> {
    const response = await fetch(`${this.address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address },
      body: JSON.stringify({ email, password }),
    })
    if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`)
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
    const me = await this.call({ cookie } as Somebody, 'GET', '/api/v1/me')
    return { id: me.id, name: me.name, email, cookie }
  }

  async add(
    by: Somebody,
    person: { name: string; email: string; language: string; roles: string[] },
  ): Promise<Somebody> {
    await this.call(by, 'POST', '/api/v1/users', { ...person, password, timeZone: 'UTC' })
    return this.signIn(person.email)
  }

  /** Answers the body; anything but 2xx is an error with the whole answer in it. */
  // oxlint-disable-next-line no-explicit-any -- journeys read answers as they come
  async call(by: Somebody, method: string, path: string, body?: unknown): Promise<any> {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        cookie: by.cookie,
        origin: this.address,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} as ${by.name}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : null
  }

  /** A request of somebody's; returns the ticket. */
  submit(by: Somebody, title: string, description: string) {
    return this.call(by, 'POST', '/api/v1/tickets', { title, description })
  }

  /** A file that somebody has sent and not used yet; returns its id. */
  async file(by: Somebody, name: string): Promise<string> {
    const response = await fetch(`${this.address}/api/v1/files`, {
      method: 'POST',
      headers: {
        cookie: by.cookie,
        origin: this.address,
        'content-type': 'application/octet-stream',
        'x-file-name': `UTF-8''${encodeURIComponent(name)}`,
      },
      body: `what ${name} holds`,
    })
    if (!response.ok) throw new Error(`${name} of ${by.name}: ${response.status} ${await response.text()}`)
    return (await response.json()).id
  }

  verb(by: Somebody, number: number, verb: string, body: object = {}) {
    return this.call(by, 'POST', `/api/v1/tickets/${number}/${verb}`, body)
  }
}

/** Lets a browser be somebody, without the sign-in page (which has a journey of its own). */
export async function be(context: BrowserContext, address: string, somebody: Somebody): Promise<void> {
  const [name, value] = somebody.cookie.split(/=(.*)/s) as [string, string]
  const { hostname } = new URL(address)
  await context.addCookies([{ name, value, domain: hostname, path: '/', httpOnly: true, sameSite: 'Lax' }])
}

export type { Product }
