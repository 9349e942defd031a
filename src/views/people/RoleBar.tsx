import { useQuery } from '@tanstack/react-query'
import { Button, Refused, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { AskBeforeLeaving } from '../settings/save-settings.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { changesIn } from './grid.ts'
import type { Draft } from './grid.ts'
import type { Role } from './people-questions.tsx'
import { permissionName } from './permission-name.tsx'
import { roleName } from './role-name.tsx'
import { holdersQuery, useSaveCells } from './role-questions.tsx'
import styles from './RoleBar.module.css'

type Props = {
  readonly roles: readonly Role[]
  readonly draft: Draft
  /** The right to save them went meanwhile. */
  readonly lost: boolean
  readonly onDone: () => void
}

/** What the changes do and for how many people, before they are saved: all of them or none. */
export const RoleBar = ({ roles, draft, lost, onDone }: Props) => {
  const { t } = useWords()
  const save = useSaveCells()
  const changes = changesIn(draft)
  const changed = [...new Set(changes.map(({ role }) => role))].toSorted()
  const { data: people = 0 } = useQuery(holdersQuery(changed))
  const submit = () =>
    save.mutate(changes, {
      onSuccess: () => {
        onDone()
        toasts.show({ text: t('roles:bar.saved') })
      },
    })
  const problem = sentenceIn(save.error, t)
  return (
    <section className={styles['bar']} aria-label={t('roles:bar.label')}>
      <Refused>{problem}</Refused>
      <div className={styles['barRow']}>
        <p className={styles['does']} role="status">
          <b>{t('roles:bar.changes', { count: changes.length })}</b> <Sentences roles={roles} draft={draft} />
        </p>
        <span className={styles['barButtons']}>
          <Button size="m" kind="quiet" onClick={onDone}>
            {t('roles:bar.undo')}
          </Button>
          <Button size="m" kind="primary" busy={save.isPending} disabled={lost} onClick={submit}>
            {t('roles:bar.save', { count: people })}
          </Button>
        </span>
      </div>
      <AskBeforeLeaving />
    </section>
  )
}

const Sentences = ({ roles, draft }: Pick<Props, 'roles' | 'draft'>) => {
  const { t, format } = useWords()
  const said = roles.flatMap(({ key }) =>
    [true, false].flatMap((granted) => {
      const names = changesIn(draft)
        .filter((change) => change.role === key && change.granted === granted)
        .map(({ permission }) => permissionName(t, permission))
      if (names.length === 0) return []
      const about = { role: roleName(t, key, roles), permissions: format.list(names) }
      return [granted ? t('roles:bar.gives', about) : t('roles:bar.takes', about)]
    }),
  )
  return said.join(' ')
}
