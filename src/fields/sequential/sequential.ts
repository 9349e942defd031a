import { fine, wrong, type FieldType } from '../field-type.ts'

export type SequentialOptions = { required: true; prefix: string; padding?: number }
export type Sequential = FieldType<number> & SequentialOptions & { label(value: number, prefix?: string): string }

/** Assigned by the system, unique, rising, never reused, never editable. Shown with a prefix: 1042 is T-1042. */
export function sequential(options: SequentialOptions): Sequential {
  return {
    ...options,
    type: 'sequential',
    schema: { type: 'integer', minimum: 1 },
    editable: false,
    parse: (input) => {
      const value = typeof input === 'string' ? fromText(input, options.prefix) : input
      return isSequential(value) ? fine(value) : wrong({ code: 'wrongType' })
    },
    store: (value) => value,
    restore: (stored) => Number(stored),
    present: (value) => value,
    label: (value, prefix = options.prefix) => prefix + String(value).padStart(options.padding ?? 0, '0'),
  }
}

/** 'T-1042', 't1042' and '1042' mean the same; anything else is undefined. */
function fromText(input: string, prefix: string): number | undefined {
  const escaped = prefix.replace(/[^A-Za-z0-9]/g, '').slice(0, 10)
  const match = new RegExp(`^(?:${escaped}-?)?(\\d{1,15})$`, 'i').exec(input.trim())
  return match ? Number(match[1]) : undefined
}

const isSequential = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
