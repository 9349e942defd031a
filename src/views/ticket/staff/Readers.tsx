import { useQuery } from '@tanstack/react-query'
import { languageOnly } from '../../../fields/multilingual-text/language-tag.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { settingsQuery, useSession } from '../../session.tsx'
import type { Writing } from './acts.ts'

/** Who will read it, and in which language they write themselves where it is not the reader's own. */
export const Readers = ({ ticket, tab }: { readonly ticket: PresentedTicket; readonly tab: Writing }) => {
  const { t, format } = useWords()
  const { settings } = useSession()
  if (tab === 'note') return t('staffTicket:composer.staffOnly')
  const fresh = tab === 'propose-solution' && <FreshSettings />
  if (tab === 'propose-solution' && settings.ownSolutionsReviewed)
    return (
      <>
        {fresh}
        {t('staffTicket:composer.toReview')}
      </>
    )
  const { source } = ticket.description
  const { name } = ticket.customer
  return (
    <>
      {fresh}
      {source === 'und' || languageOnly(source) === languageOnly(t.language)
        ? t('staffTicket:composer.toCustomer', { name })
        : t('staffTicket:composer.toCustomerWho', { name, language: format.language(source) })}
    </>
  )
}

/** Nothing tells an open page that review was switched; whoever begins a solution asks anew how it goes. */
const FreshSettings = () => {
  useQuery({ ...settingsQuery, refetchOnMount: 'always' })
  return null
}
