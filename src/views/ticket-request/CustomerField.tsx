// For whom staff write it down: an e-mail address, with customers offered by name while they type, to those who may know them.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId } from 'react'
import { api } from '../../web/api.ts'
import { TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'

type Props = {
  readonly value: string
  readonly readOnly: boolean
  readonly onValue: (value: string) => void
  readonly error: string | undefined
}
type Person = { readonly id: string; readonly name: string; readonly email: string }

export const CustomerField = ({ value, readOnly, onValue, error }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const id = useId()
  const people = usePeople(value)
  const required = !may('ticket.submit')
  const theirs = may('ticket.seeAll') ? 'requestFor:searchHint' : 'requestFor:hint'
  const hint = required ? theirs : 'requestFor:ownHint'
  return (
    <>
      <TextField
        large
        type="email"
        dir="ltr"
        list={id}
        autoComplete="off"
        label={t('requestFor:customer')}
        hint={t(hint)}
        required={required}
        readOnly={readOnly}
        value={value}
        onValue={onValue}
        error={error}
      />
      <datalist id={id}>
        {people.map((person) => (
          <option key={person.id} value={person.email}>
            {person.name}
          </option>
        ))}
      </datalist>
    </>
  )
}

const usePeople = (typed: string): readonly Person[] => {
  const { may } = useSession()
  const search = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['customers', search],
    queryFn: ({ signal }) => api.get<{ items: Person[] }>('/api/v1/customers', { query: { search }, signal }),
    enabled: may('ticket.seeAll') && search.length > 1,
    placeholderData: keepPreviousData,
  })
  return data?.items ?? []
}
