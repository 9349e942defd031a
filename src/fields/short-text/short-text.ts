import { fine, isText, lengthOf, wrong, type FieldType } from '../field-type.ts'
import { inAscii, oneSpelling } from '../mail-domain.ts'
import { nameLine, oneLine } from '../one-line.ts'

export type ShortTextOptions = {
  required: boolean
  max: number
  min?: number
  /** What the text must look like, and the code of the refusal when it does not. */
  shape?: { matches: RegExp; otherwise: string }
}

/**
 * One line in no particular language: a name, an address, a password. Trimmed, and without what hides in it, unless
 * `asTyped`: a secret counts sign by sign, and some texts have many lines.
 */
export function shortText<const R extends boolean>(
  options: ShortTextOptions & { required: R; asTyped?: 'secret' | 'lines' },
): FieldType<string> & ShortTextOptions & { required: R } {
  const { max, min = 1, shape, asTyped } = options
  return {
    ...options,
    type: 'short-text',
    schema: { type: 'string', minLength: min, maxLength: max, ...(shape ? { pattern: shape.matches.source } : {}) },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'string') return wrong({ code: 'wrongType' })
      const text = tidy(input, asTyped)
      if (text === '') return wrong({ code: 'required' })
      if (!isText(text)) return wrong({ code: 'notText' })
      const length = lengthOf(text)
      if (length > max) return wrong({ code: 'tooLong', max, length })
      if (length < min) return wrong({ code: 'tooShort', min, length })
      return shape && !shape.matches.test(text) ? wrong({ code: shape.otherwise }) : fine(text)
    },
    store: (value) => value,
    restore: (stored) => stored as string,
    present: (value) => value,
  }
}

const tidy = (input: string, asTyped: 'secret' | 'lines' | undefined): string => {
  if (asTyped === 'secret') return input
  return (asTyped === 'lines' ? input : oneLine(input)).trim()
}

/** What somebody or something is called: see nameLine. */
export function nameText<const R extends boolean>(options: { required: R; max: number }) {
  const text = shortText(options)
  const parse: typeof text.parse = (input) => text.parse(typeof input === 'string' ? nameLine(input) : input)
  return { ...text, parse }
}

/** An e-mail address as mail programs take it: one mailbox, no display name, no comment; always in one spelling. */
export function emailAddress<const R extends boolean>(options: { required: R }): FieldType<string> & { required: R } {
  const text = shortText({ ...options, max: 254, shape: { matches: address, otherwise: 'notAnAddress' } })
  return {
    ...text,
    schema: { type: 'string', format: 'email', maxLength: 254 },
    parse: (input) => {
      const parsed = text.parse(input)
      return parsed.ok ? fine(spelled(parsed.value)) : parsed
    },
  }
}

/** What would not be taken once more, as a domain of pictures, stays as servers write it. */
const spelled = (typed: string): string => [oneSpelling(typed)].find((one) => address.test(one)) ?? inAscii(typed)

// No quoted local parts, comments or groups: two parsers read those as two recipients (CVE-2025-13033).
const address =
  /^[^\s@"(),:;<>[\\\]\p{Cc}\p{Cf}]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u
