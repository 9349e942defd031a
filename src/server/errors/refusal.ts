/**
 * Refusals are expected: each has a stable code, put into words at the edge for its reader. What is not a refusal is a
 * failure, logged once with its cause.
 */
const refusals = {
  malformed: 400,
  notSignedIn: 401,
  linkNotValid: 401,
  wrongCredentials: 401,
  wrongCode: 401,
  notAllowed: 403,
  ownSolution: 403,
  secondFactorNeeded: 403,
  sessionNeeded: 403,
  foreignOrigin: 403,
  notFound: 404,
  notPossibleNow: 409,
  alreadyTaken: 409,
  changedMeanwhile: 409,
  alreadyThere: 409,
  lastAdministrator: 409,
  inUse: 409,
  linkGone: 409,
  builtIn: 409,
  erased: 409,
  tooLate: 409,
  tooSlow: 408,
  fileGone: 410,
  tooLarge: 413,
  unsupportedMedia: 415,
  invalidFields: 422,
  duplicateCircle: 422,
  keyReused: 422,
  tooManyTries: 429,
  headersTooLarge: 431,
  failed: 500,
  busy: 503,
} as const

export type RefusalCode = keyof typeof refusals

export type FieldError = { field: string; code: string; [variable: string]: unknown }

export type RefusalDetails = {
  /** What the words of the refusal need: { status, permission, original … }. */
  variables?: Record<string, unknown>
  errors?: FieldError[]
  /** What is possible now. */
  may?: string[]
  retryAfterSeconds?: number
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = refusals[code]
    this.details = details
  }
}

/** Throws: what a caller is answered with, in their language and with the status that the code stands for. */
export function refuse(code: RefusalCode, details: RefusalDetails = {}): never {
  throw new Refusal(code, details)
}

/** Throws `invalidFields`: each wrong field by its name. */
export function refuseFields(...errors: FieldError[]): never {
  throw new Refusal('invalidFields', { errors })
}

/** Throws `tooManyTries`, to be tried again so many seconds from now. */
export function refuseTries(seconds: number, now: Date): never {
  const time = new Date(now.getTime() + seconds * 1000).toISOString()
  refuse('tooManyTries', { retryAfterSeconds: seconds, variables: { time } })
}
