import { classification } from '../../fields/classification/classification.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { fine, wrong, type FieldType } from '../../fields/field-type.ts'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportStates = ['waiting', 'writing', 'ready', 'failed'] as const
export type ExportState = (typeof exportStates)[number]

export type ExportFile = {
  id: string
  query: string
  format: ExportFormat
  state: ExportState
  /** Written so far. */
  rows: number
  size: number | null
  askedAt: string
  readyAt: string | null
  readAt: string | null
}

/** Filters as an address carries them; which there are, the query itself says. */
const filters: FieldType<Record<string, unknown>> & { required: true } = {
  type: 'block',
  required: true,
  editable: true,
  schema: { type: 'object', description: 'The filters and the sort of the query, as in its address.' },
  parse: (input) =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? fine(input as Record<string, unknown>)
      : wrong({ code: input === undefined ? 'required' : 'wrongType' }),
  store: (value) => value,
  restore: (stored) => stored as Record<string, unknown>,
  present: (value) => value,
}

export const exportForm = {
  query: shortText({ required: true, max: 50 }),
  format: classification({ required: true, values: exportFormats }),
  filters,
}
