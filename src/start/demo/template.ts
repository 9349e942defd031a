/** The groups of representatives, by what they know. */
export type Knows = 'documents' | 'tracking' | 'billing' | 'claims'

/** One kind of request. {mf} shipment, {inv} invoice, {box} container, {city} and {sum} are filled in for each. */
export type Template = {
  group: Knows
  title: string
  /** The title in English, as staff translate it for their colleagues. */
  english?: string
  description: string
  solution: string
}

/** What people say besides, in one language. */
export type Phrases = {
  templates: readonly Template[]
  staffReplies: readonly string[]
  customerReplies: readonly string[]
  declines: readonly string[]
  reopenings: readonly string[]
  cancellations: readonly string[]
  closings: readonly string[]
  pleased: readonly string[]
  halfPleased: readonly string[]
  displeased: readonly string[]
}
