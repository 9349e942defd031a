import { classification } from '../../fields/classification/classification.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { queryFilters } from '../query-filters.ts'

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

export const exportForm = {
  query: shortText({ required: true, max: 50 }),
  format: classification({ required: true, values: exportFormats }),
  filters: queryFilters(true),
}
