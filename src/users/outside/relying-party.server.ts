import * as openid from 'openid-client'
import { hour } from '../../fields/date-time/spans.ts'
import type { Claims } from './identity.write.server.ts'
import { isThisMachine } from './provider-form.ts'

export type Client = { issuer: string; clientId: string; clientSecret: string | null }

/** What the browser keeps, sealed, between leaving and coming back. */
export type Going = { state: string; nonce: string; verifier: string }

export type RelyingParty = {
  /** Asks the provider who it is; throws where it is none or not there. */
  meet(client: Client): Promise<openid.Configuration>
  /** Where the browser goes, and what it must bring back. */
  leave(client: Client, callback: string): Promise<{ to: string; going: Going }>
  /** Takes what it brought: state, code against PKCE, the token's signature, issuer, audience, nonce and times. */
  arrive(client: Client, address: URL, going: Going): Promise<Claims>
}

const seconds = 10
const knownForMs = hour

/** Our side of OpenID Connect, over openid-client: code flow with PKCE and nothing else. */
export function openRelyingParty(): RelyingParty {
  const met = new Map<string, { at: number; configuration: openid.Configuration }>()
  const meet = async (client: Client) => {
    const configuration = await configure(client)
    met.clear()
    met.set(JSON.stringify(client), { at: performance.now(), configuration })
    return configuration
  }
  const known = async (client: Client) => {
    const entry = met.get(JSON.stringify(client))
    return entry && performance.now() - entry.at < knownForMs ? entry.configuration : meet(client)
  }
  return {
    meet,
    async leave(client, callback) {
      const configuration = await known(client)
      const verifier = openid.randomPKCECodeVerifier()
      const going = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
      const to = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: 'openid email profile',
        state: going.state,
        nonce: going.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { to: to.href, going }
    },
    async arrive(client, address, { state, nonce, verifier }) {
      const configuration = await known(client)
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const token = tokens.claims()!
      const said = token['email'] === undefined ? await asked(configuration, tokens.access_token, token.sub) : token
      return {
        issuer: token.iss,
        subject: token.sub,
        email: typeof said['email'] === 'string' ? said['email'] : null,
        emailVerified: said['email_verified'] === true,
        name: typeof said['name'] === 'string' ? said['name'] : null,
      }
    },
  }
}

/** Some providers put the address into the token, others answer it when asked; the subject must be the same. */
async function asked(
  configuration: openid.Configuration,
  token: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (!configuration.serverMetadata().userinfo_endpoint) return {}
  return openid.fetchUserInfo(configuration, token, subject)
}

async function configure({ issuer, clientId, clientSecret }: Client): Promise<openid.Configuration> {
  const address = new URL(issuer)
  const plain = isThisMachine(address.hostname) && address.protocol === 'http:'
  const execute = plain ? [openid.allowInsecureRequests] : []
  const found = await openid.discovery(address, clientId, undefined, openid.None(), { execute, timeout: seconds })
  const server = found.serverMetadata()
  const configuration = new openid.Configuration(server, clientId, undefined, authentication(server, clientSecret))
  if (plain) openid.allowInsecureRequests(configuration)
  configuration.timeout = seconds
  // the token comes from the provider itself, over TLS; its signature is checked all the same
  openid.enableNonRepudiationChecks(configuration)
  return configuration
}

/** Basic is what every provider takes where it names nothing. */
function authentication(server: openid.ServerMetadata, secret: string | null): openid.ClientAuth {
  if (secret === null) return openid.None()
  const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return taken.includes('client_secret_basic') ? openid.ClientSecretBasic(secret) : openid.ClientSecretPost(secret)
}
