import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Page } from '../../queries/keyset.ts'
import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import styles from './People.module.css'

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly people: number
  readonly createdAt: string
}

const shown = 8

const foundQuery = (search: string) =>
  queryOptions({
    queryKey: ['organisations', 'found', search],
    queryFn: ({ signal }) =>
      api.get<Page<Organisation>>('/api/v1/organisations', { query: { search, limit: shown }, signal }),
    placeholderData: keepPreviousData,
  })

/** One that is named by its id in an address. */
export const useOrganisation = (id: string) =>
  useQuery({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => api.get<Organisation>(`/api/v1/organisations/${id}`, { signal }),
    enabled: id !== '',
    staleTime: 60_000,
  })

type Props = {
  readonly chosen: string
  readonly onPick: (organisation: Organisation | undefined) => void
  /** Names what it is to have none, where one may. */
  readonly none?: string
}

/** One of however many: found on the server while one types. */
export const OrganisationPick = ({ chosen, onPick, none }: Props) => {
  const { t } = useWords()
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data, isPlaceholderData } = useQuery(foundQuery(search))
  // what is found for the words before is no answer to these
  const first = search && search === typed.trim() && !isPlaceholderData ? data?.items[0] : undefined
  return (
    <div className={styles['pick']}>
      <SearchBox
        label={t('people:organisation.search')}
        value={typed}
        onValue={type}
        focused
        onEnter={() => first && onPick(first)}
      />
      <ul aria-label={t('people:organisations')}>
        {none && (
          <li>
            <button type="button" aria-pressed={chosen === ''} onClick={() => onPick(undefined)}>
              {none}
            </button>
          </li>
        )}
        {data?.items.map((organisation) => (
          <li key={organisation.id}>
            <button type="button" aria-pressed={organisation.id === chosen} onClick={() => onPick(organisation)}>
              <bdi>{organisation.name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 && (
        <p className="dim" role="status">
          {typed.trim() ? t('people:organisation.nothing') : t('people:organisation.none')}
        </p>
      )}
    </div>
  )
}
