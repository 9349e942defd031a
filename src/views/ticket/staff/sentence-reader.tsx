import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import { useSession } from '../../session.tsx'
import type { SentenceReader } from './event-sentence.ts'

export const useSentenceReader = ({ customer: { name: customer }, custom }: PresentedTicket): SentenceReader => {
  const { t, format } = useWords()
  const { label, read } = useSession()
  const { data: fields } = useQuery({ ...fieldsQuery, enabled: Object.keys(custom).length > 0 })
  return useMemo(() => {
    const nameOfField = (key: string) => {
      const field = fields?.find((one) => one.key === key)
      return field ? read(field.label).text : t('addedFields:title')
    }
    return { t, format, label, customer, nameOfField }
  }, [t, format, label, read, customer, fields])
}
