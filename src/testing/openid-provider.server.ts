import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import Provider, { type JWK, type KoaContextWithOIDC } from 'oidc-provider'

export type Account = { sub: string; email?: string; emailVerified?: unknown; name?: string }

export type OpenidProvider = Awaited<ReturnType<typeof startProvider>>

/**
 * A real OpenID provider on a port of its own. Its sign-in page has one field, the subject; whoever is in `accounts` comes in.
 * `inToken`: claims stand in the ID token; otherwise they are answered at the userinfo address.
 */
export async function startProvider(options: { inToken?: boolean } = {}) {
  const accounts = new Map<string, Account>()
  const lies: { forge?: (token: Token) => string } = {}
  const server = createServer()
  const issuer = await listening(server)
  const client = {
    client_id: 'sanad',
    client_secret: 'a secret that the provider gave us',
    redirect_uris: [] as string[],
  }
  let callback: ReturnType<Provider['callback']> | undefined
  server.on('request', (request, response) => void callback?.(request, response))

  function serve(redirectUri: string): void {
    const provider = new Provider(issuer, {
      clients: [{ ...client, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_basic' }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: !options.inToken,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key for tests'] },
      jwks: { keys: [signingKey] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
      findAccount: (_context, sub) => {
        const account = accounts.get(sub)
        return account && { accountId: sub, claims: () => claimsOf(account) }
      },
      // the newest consent is every consent: whoever signs in agrees
      loadExistingGrant: async (context: KoaContextWithOIDC) => {
        const grant = new context.oidc.provider.Grant({
          clientId: client.client_id,
          accountId: context.oidc.session!.accountId!,
        })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
    })
    provider.use(async (context, next) => {
      await next()
      const body = context.body as { id_token?: string } | undefined
      if (lies.forge && body?.id_token) body.id_token = lies.forge(tokenIn(body.id_token))
    })
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/sign-in/')) return next()
      if (context.method === 'GET') {
        context.type = 'html'
        context.body =
          '<!doctype html><html lang="en"><title>Provider</title><form method="post"><label>Subject <input name="sub"></label><button>Continue</button></form></html>'
        return
      }
      const form = new URLSearchParams(await bodyOf(context.req))
      const result = form.has('cancel')
        ? { error: 'access_denied' }
        : { login: { accountId: form.get('sub') ?? '', remember: false } }
      await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false })
      context.respond = false
    })
    callback = provider.callback()
  }

  return {
    issuer,
    ...client,
    accounts,
    /** While `forge` is set, ID tokens are what it makes of them: somebody stands between the provider and us. */
    lies,
    /** Where it may send people back to. */
    serve,
    stop: () => new Promise<void>((done) => server.close(() => done()).closeAllConnections()),
  }
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signingKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as JWK

/** An ID token apart: what it says, and the means to write another one. */
export type Token = {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  signature: string
  /** With the provider's own key, unless another is given. */
  signed(header: object, claims: object, key?: KeyObject): string
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>

function tokenIn(token: string): Token {
  const [header = '', claims = '', signature = ''] = token.split('.')
  return {
    header: decoded(header),
    claims: decoded(claims),
    signature,
    signed(head, said, key = privateKey) {
      const text = `${encoded(head)}.${encoded(said)}`
      return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
    },
  }
}

const claimsOf = ({ sub, email, emailVerified = true, name }: Account) => ({
  sub,
  ...(email === undefined ? {} : { email, email_verified: emailVerified as boolean }),
  ...(name === undefined ? {} : { name }),
})

function listening(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
  })
}

async function bodyOf(request: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

/** A browser's part: follows redirects, keeps cookies for each host, signs in at the provider. */
export class Traveller {
  readonly jars = new Map<string, Map<string, string>>()

  cookies(address: string): string {
    return [...(this.jars.get(new URL(address).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(address: string, form?: Record<string, string>): Promise<{ status: number; location: string | null }> {
    const { host } = new URL(address)
    const response = await fetch(address, {
      redirect: 'manual',
      headers: {
        cookie: this.cookies(address),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
    })
    const jar = this.jars.get(host) ?? new Map<string, string>()
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...flags] = cookie.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const over = flags.some((flag) => /^\s*(max-age=0|expires=thu, 01 jan 1970.*)$/iu.test(flag))
      if (over) jar.delete(name)
      else jar.set(name, value)
    }
    this.jars.set(host, jar)
    const location = response.headers.get('location')
    return { status: response.status, location: location && new URL(location, address).href }
  }

  /** From our door to the address that the provider sends back to, which is not opened. */
  async away(start: string, form: Record<string, string>): Promise<string> {
    const ours = new URL(start).host
    let { location } = await this.ask(start)
    for (let steps = 0; steps < 10; steps += 1) {
      if (!location || new URL(location).host === ours) break
      const given = new URL(location).pathname.startsWith('/sign-in/') ? form : undefined
      location = (await this.ask(location, given)).location
    }
    return location ?? ''
  }
}
