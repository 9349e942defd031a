import { fine, wrong, type FieldType } from '../../fields/field-type.ts'

/** So many of their own each ticket carries at once. */
export const mostFields = 20

/** Keys of added fields, as an address carries them: `fields=yard,cost`. Which there are, the server looks up. */
export const fieldKeys: FieldType<string[]> & { required: false } = {
  type: 'short-text',
  required: false,
  editable: true,
  schema: {
    type: 'string',
    description: `Keys of added fields that each ticket is to carry, at most ${mostFields}, with commas between.`,
  },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    const keys = [...new Set(input.split(','))]
    if (keys.length > mostFields) return wrong({ code: 'tooLong', max: mostFields, length: keys.length })
    return keys.every((key) => /^[a-z][A-Za-z0-9]{0,39}$/u.test(key)) ? fine(keys) : wrong({ code: 'notInList' })
  },
  store: (value) => value,
  restore: (stored) => stored as string[],
  present: (value) => value,
}
