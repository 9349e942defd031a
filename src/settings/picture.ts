import { fine, wrong, type FieldType } from '../fields/field-type.ts'

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp'
export type Picture = { type: PictureType; bytes: Uint8Array }

export const mostPictureBytes = 100 * 1024

const dataUrl = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/]+={0,2})$/

/** A small picture as a data URL. What it says it is, its first bytes must say too; no SVG, which can carry scripts. */
export const picture: FieldType<Picture> & { required: false } = {
  type: 'picture',
  required: false,
  editable: true,
  schema: {
    type: 'string',
    description: 'data:image/png;base64,… (or jpeg, webp), at most 100 KB.',
    maxLength: 140_000,
  },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    if (input.length > 140_000) return wrong({ code: 'tooHeavy', max: '100 KB' })
    const [, type, base64] = dataUrl.exec(input) ?? []
    if (!type || !base64 || base64.length % 4 !== 0) return wrong({ code: 'notAnImage' })
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    if (bytes.length > mostPictureBytes) return wrong({ code: 'tooHeavy', max: '100 KB' })
    const found = typeOf(bytes)
    return found !== undefined && found === type ? fine({ type: found, bytes }) : wrong({ code: 'notAnImage' })
  },
  store: (value) => value,
  restore: (stored) => stored as Picture,
  present: ({ type }) => type,
}

/** The first bytes of each kind; null: any. */
const beginnings: [PictureType, (number | null)[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
]

function typeOf(bytes: Uint8Array): PictureType | undefined {
  const begins = (signs: (number | null)[]) => signs.every((sign, at) => sign === null || sign === bytes[at])
  return beginnings.find(([, signs]) => begins(signs))?.[0]
}
