import { betterAuth } from 'better-auth'
import type { Tables } from '../../entities/tables.ts'
import { day } from '../../fields/date-time/spans.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { newId } from '../../server/ids.server.ts'
import { networkHeader } from './library-answers.server.ts'
import { passwordLength } from './password.ts'
import { renewAfterHours, sessionDays } from './session-cookie.server.ts'
import { expiryOf } from './session.write.server.ts'

export type LibraryOptions = {
  database: Database<Tables>
  secret: string
  /** Where the product is reached from outside; without it the request's own host is trusted. */
  publicUrl?: string
  clock: Clock
  sendReset(person: Member, token: string): Promise<void>
  afterReset(person: Member): Promise<void>
}

export type Member = { id: string; email: string; active: boolean }

const hourInSeconds = 60 * 60

/** The sign-in library over our tables: who has which password, and the cookie. Everything else it could do is off. */
export function openLibrary(options: LibraryOptions) {
  const { database, secret, publicUrl, clock } = options
  return betterAuth({
    database: { db: database.primary, type: 'postgres', transaction: true },
    secret,
    basePath: '/api/auth',
    ...(publicUrl ? { baseURL: new URL(publicUrl).origin, trustedOrigins: [new URL(publicUrl).origin] } : {}),
    ...tables,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      resetPasswordTokenExpiresIn: hourInSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => options.sendReset(user as unknown as Member, token),
      onPasswordReset: ({ user }) => options.afterReset(user as unknown as Member),
    },
    databaseHooks: { session: { create: { before: (session) => beforeSession(database, clock, session) } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix: 'sanad',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [networkHeader] },
      // said aloud, since the library turns both off where it believes to be in a test
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: () => newId() },
    },
  })
}

/**
 * Deactivated people get no session, and the answer of a wrong password; who has a second factor gets half a one. Moments are
 * the desk's.
 */
async function beforeSession(database: Database<Tables>, clock: Clock, session: { userId: string; expiresAt: Date }) {
  const person = await database.primary
    .selectFrom('users')
    .leftJoin('second_factor', 'second_factor.user_id', 'users.id')
    .select(['active', 'confirmed_at'])
    .where('id', '=', session.userId)
    .executeTakeFirst()
  if (!person?.active) return false
  const now = clock.now()
  const brief = session.expiresAt.getTime() - Date.now() < 2 * day
  const expiresAt = brief ? new Date(now.getTime() + day) : expiryOf(now)
  return { data: { ...session, expiresAt, createdAt: now, updatedAt: now, awaitsCode: person.confirmed_at !== null } }
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

const tables = {
  user: {
    modelName: 'users',
    fields: { emailVerified: 'email_verified', ...times },
    additionalFields: { active: { type: 'boolean', input: false, returned: false } },
  },
  session: {
    modelName: 'session',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
    additionalFields: {
      awaitsCode: { type: 'boolean', required: false, input: false, returned: false, fieldName: 'awaits_code' },
    },
    expiresIn: sessionDays * 24 * hourInSeconds,
    updateAge: renewAfterHours * hourInSeconds,
  },
  account: {
    modelName: 'account',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  // kept hashed: the token itself is in the mail alone
  verification: { fields: { expiresAt: 'expires_at', ...times }, storeIdentifier: 'hashed' },
} as const
