import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'

/** A text of a ticket as the search has it: which one, who finds it, and what it says. */
export type FindableText = { textId: string; audience: 'everyone' | 'staff'; text: MultilingualText }
