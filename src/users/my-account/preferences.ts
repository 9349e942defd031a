import { classification } from '../../fields/classification/classification.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { orNone } from '../person-fields.ts'

/** What someone chose for their own pages; null and absent alike: as the product or the organisation has it. */
export type Preferences = {
  digits: 'latn' | 'arab' | null
  calendar: 'gregory' | 'islamic-umalqura' | null
  theme: 'auto' | 'light' | 'dark'
  /** Whether single letters act on the pages of staff. */
  singleKeys: boolean
}

const defaultPreferences: Preferences = { digits: null, calendar: null, theme: 'auto', singleKeys: true }

export const preferencesForm = {
  digits: orNone(classification({ required: false, values: ['latn', 'arab'] })),
  calendar: orNone(classification({ required: false, values: ['gregory', 'islamic-umalqura'] })),
  theme: classification({ required: false, values: ['auto', 'light', 'dark'] }),
  singleKeys: yesNo({ required: false }),
}

export const preferenceSchemas = {
  digits: { type: ['string', 'null'] },
  calendar: { type: ['string', 'null'] },
  theme: { type: 'string' },
  singleKeys: { type: 'boolean' },
} as const

/** What was stored, by someone's choice or by an older version of the product. */
export const preferencesOf = (stored: Record<string, unknown>): Preferences => ({ ...defaultPreferences, ...stored })
