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
  schema: { type: 'string', description: 'data:image/png;base64,… (or jpeg, webp), at most 100 KB.', maxLength: 140_000 },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    if (input.length > 140_000) return wrong({ code: 'tooHeavy', max: '100 KB' })
    const [, type, base64] = dataUrl.exec(input) ?? []
    if (!type || !base64 || base64.length % 4 !== 0) return wrong({ code: 'notAnImage' })
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    if (bytes.length > mostPictureBytes) return wrong({ code: 'tooHeavy', max: '100 KB' })
    return typeOf(bytes) === type ? fine({ type: type as PictureType, bytes }) : wrong({ code: 'notAnImage' })
  },
  store: (value) => value,
  restore: (stored) => stored as Picture,
  present: ({ type }) => type,
}

const beginnings: [PictureType, RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
]

function typeOf(bytes: Uint8Array): PictureType | undefined {
  const beginning = String.fromCharCode(...bytes.slice(0, 16))
  return beginnings.find(([, pattern]) => pattern.test(beginning))?.[0]
}
