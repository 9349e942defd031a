import { languageOnly } from '../../../fields/multilingual-text/language-tag.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { Writing } from './acts.ts'

/** Who will read it, and in which language they write themselves where it is not the reader's own. */
export const Readers = ({ ticket, tab }: { readonly ticket: PresentedTicket; readonly tab: Writing }) => {
  const { t, format } = useWords()
  if (tab === 'note') return t('staffTicket:composer.staffOnly')
  if (tab === 'propose-solution') return t('staffTicket:composer.toReview')
  const { source } = ticket.description
  const { name } = ticket.customer
  if (source === 'und' || languageOnly(source) === languageOnly(t.language))
    return t('staffTicket:composer.toCustomer', { name })
  return t('staffTicket:composer.toCustomerWho', { name, language: format.language(source) })
}
