/** What of a failure is written to the log: what happened and where, and nothing of what people wrote. */
export type Loggable = {
  [key: string]: unknown
  type: string
  message: string
  stack: string
  code?: string | undefined
  table?: string | undefined
  constraint?: string | undefined
  cause?: Loggable | undefined
}

/**
 * PostgreSQL tells with a failure the row that it failed on ("Failing row contains (1042, …)"), in `detail`, `where` and,
 * where a value was no number or date, in the message itself: those are people's words and stay out (CVE-2025-26842).
 */
export function loggable(error: unknown): Loggable {
  const { name, message, stack, code, table, constraint, cause } = fieldsOf(error)
  const isOfValue = typeof code === 'string' && /^(22|23)/.test(code)
  const said = isOfValue ? withoutQuoted(message) : message
  return {
    type: name,
    message: said,
    stack: stack.replace(message, () => said),
    code: typeof code === 'string' ? code : undefined,
    table,
    constraint,
    cause: cause === undefined ? undefined : loggable(cause),
  }
}

/** The value is what stands between quotation marks; names of constraints and columns are told beside. */
const withoutQuoted = (message: string): string => message.replace(/"[^]*"/u, '"…"')

type Fields = Partial<Record<'code' | 'table' | 'constraint', string>> & { cause?: unknown }

const fieldsOf = (error: unknown): Fields & { name: string; message: string; stack: string } =>
  error instanceof Error
    ? { ...(error as Fields), name: error.name, message: error.message, stack: error.stack ?? '', cause: error.cause }
    : { name: 'thrown', message: typeof error, stack: '' }
