import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Banner, Button, Icon, SkeletonRows, TextField, together } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { ticketNumberIn } from '../../settings/shown-number.ts'
import { SourceLine } from './ExplainPerson.tsx'
import { rolesQuery } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import { permissionName } from './permission-name.tsx'
import { explainQuery } from './role-questions.tsx'
import type { Explained } from './role-questions.tsx'
import styles from './Explain.module.css'

/** The same on one ticket: each thing that can be done to it, yes or why not. */
export const ExplainTicket = ({ person }: { readonly person: User }) => {
  const { t } = useWords()
  const { settings } = useSession()
  const [typed, type] = useState('')
  const [number, ask] = useState<number>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(ticketNumberIn(typed, settings.numberPrefix))
  }
  return (
    <section className={styles['ticket']}>
      <h3>{t('roles:explain.ticket')}</h3>
      <form className={styles['ask']} onSubmit={submit}>
        <TextField
          label={t('roles:explain.ticketHint')}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          value={typed}
          onValue={type}
        />
        <Button size="m" type="submit">
          {t('roles:explain.ask')}
        </Button>
      </form>
      {number !== undefined && <Verbs person={person} number={number} />}
    </section>
  )
}

const Verbs = ({ person, number }: { readonly person: User; readonly number: number }) => {
  const { t } = useWords()
  const { label } = useSession()
  const { data: roles = [] } = useQuery(rolesQuery)
  const { data, error } = useQuery({ ...explainQuery(person.id, number), retry: false })
  if (error)
    return (
      <Banner tone="danger" live>
        {fieldSentences(error)['ticket'] ? t('administration:noTicket') : sentenceIn(error, t)}
      </Banner>
    )
  if (!data?.ticket) return <SkeletonRows shape="table" rows={5} label={t('roles:explain.loading')} />
  const { side, verbs } = data.ticket
  const from = (permission: string) => data.items.find((item) => item.permission === permission)?.from ?? []
  return (
    <>
      <p>
        <b>{together(t('roles:explain.ticketTitle', { number: label(number) }))}</b>{' '}
        {t(`roles:explain.side.${side ?? 'none'}`)}
      </p>
      {side !== null && (
        <ul className={styles['list']}>
          {verbs
            .toSorted((a, b) => Number(b.may) - Number(a.may))
            .map((verb) => (
              <li key={verb.verb} data-no={!verb.may || undefined}>
                <Icon name={verb.may ? 'check' : 'close'} size={14} />
                <div>
                  {t.maybe('actions', `staff.${verb.verb}`) ?? verb.verb}
                  <span className={styles['source']}>{whyOf(t, verb)}</span>
                  {verb.may &&
                    from(verb.permission).map((source) => (
                      <SourceLine
                        key={`${source.role} ${source.group?.id}`}
                        source={source}
                        roles={roles}
                        isChange={false}
                      />
                    ))}
                </div>
              </li>
            ))}
        </ul>
      )}
    </>
  )
}

type Verb = NonNullable<Explained['ticket']>['verbs'][number]

const whyOf = (t: Translate, { why, permission }: Verb): string =>
  t.maybe('roles', `explain.why.${why}`, { permission: permissionName(t, permission) }) ?? why
