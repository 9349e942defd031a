import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Permission } from '../../permissions/permissions.ts'
import { Button, Page, Select, SkeletonRows, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { KeyList } from '../keys/KeyList.tsx'
import { NewKey } from '../keys/NewKey.tsx'
import { keysQuery, serviceQuery } from '../keys/key-questions.tsx'
import type { Key } from '../keys/key-questions.tsx'
import keyStyles from '../keys/Keys.module.css'
import { usePageTitle } from '../page-title.tsx'
import { CheckList } from '../people/CheckList.tsx'
import { rolesQuery } from '../people/people-questions.tsx'
import type { Role } from '../people/people-questions.tsx'
import { roleName } from '../people/role-name.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'

/** Everybody's keys, and new ones for services. */
export const ServiceKeys = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('apiKeys:title'), settings.organisation)
  const [making, make] = useState(false)
  const query = useQuery(keysQuery)
  return (
    <Page
      title={t('apiKeys:title')}
      width="reading"
      actions={
        <Button kind="primary" icon="plus" onClick={() => make(true)}>
          {t('apiKeys:makeService')}
        </Button>
      }
    >
      <div className={keyStyles['keys']}>
        <p>{t('apiKeys:services')}</p>
        <p>
          <a href="/api/docs">{t('apiKeys:interface')}</a>
        </p>
        {query.isPending && <SkeletonRows rows={4} label={t('apiKeys:loading')} />}
        {query.error && !query.data && (
          <Failed title={t('apiKeys:failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && <KeyList keys={query.data} showsPerson />}
      </div>
      {query.data && <ForService open={making} onClose={() => make(false)} services={servicesIn(query.data)} />}
    </Page>
  )
}

type Service = Key['person']

const servicesIn = (keys: readonly Key[]): Service[] => [
  ...new Map(keys.filter(({ person }) => person.service).map(({ person }) => [person.id, person])).values(),
]

type Props = { readonly open: boolean; readonly onClose: () => void; readonly services: readonly Service[] }

const ForService = ({ open, onClose, services }: Props) => {
  const { t } = useWords()
  const [chosen, choose] = useState('')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly string[]>([])
  const { data: all = [] } = useQuery({ ...rolesQuery, enabled: open })
  const { data: service } = useQuery(serviceQuery(chosen || null))
  const held = chosen ? (service?.roles ?? []) : roles
  const isReady = chosen !== '' || (name.trim() !== '' && roles.length > 0)
  const close = () => {
    choose('')
    setName('')
    setRoles([])
    onClose()
  }
  return (
    <NewKey
      open={open}
      title={t('apiKeys:makeService')}
      onClose={close}
      offered={permissionsOf(all, held)}
      speaker={chosen ? { person: chosen } : { service: { name, roles } }}
      isReady={isReady}
    >
      {services.length > 0 && (
        <Select
          label={t('apiKeys:whose')}
          value={chosen}
          onValue={choose}
          options={[
            { value: '', label: t('apiKeys:newService') },
            ...services.map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      )}
      {!chosen && (
        <>
          <TextField label={t('apiKeys:serviceName')} maxLength={200} required value={name} onValue={setName} />
          <CheckList
            label={t('apiKeys:serviceRoles')}
            options={all.map(({ key }) => ({ key, label: roleName(t, key, all) }))}
            chosen={roles}
            onChange={setRoles}
          />
        </>
      )}
    </NewKey>
  )
}

const permissionsOf = (all: readonly Role[], held: readonly string[]): Permission[] => {
  const granted = new Set(all.filter(({ key }) => held.includes(key)).flatMap(({ permissions }) => permissions))
  return [...granted] as Permission[]
}
