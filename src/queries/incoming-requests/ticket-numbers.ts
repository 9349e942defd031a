import { fine, wrong, type FieldType } from '../../fields/field-type.ts'

export const mostNumbers = 100

/** Tickets by their numbers, as an address carries them: `numbers=12,40`. */
export const ticketNumbers: FieldType<number[]> & { required: false } = {
  type: 'number',
  required: false,
  editable: true,
  schema: { type: 'string', description: `Only these tickets, at most ${mostNumbers}, with commas between.` },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    const given = [...new Set(input.split(','))]
    if (given.length > mostNumbers) return wrong({ code: 'tooLong', max: mostNumbers, length: given.length })
    return given.every((each) => /^\d{1,15}$/u.test(each)) ? fine(given.map(Number)) : wrong({ code: 'wrongType' })
  },
  store: (value) => value,
  restore: (stored) => stored as number[],
  present: (value) => value,
}
