import { useQuery } from '@tanstack/react-query'
import { Button, Icon } from '../../web/ui/index.ts'
import type { IconName } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { OutsideFrame } from '../sign-in/OutsideFrame.tsx'
import { mailServerQuery } from '../settings/mail-server-question.tsx'
import styles from './FirstRun.module.css'

type Key = 'people' | 'desk' | 'mail' | 'request'

const steps: readonly {
  readonly key: Key
  readonly icon: IconName
  readonly href: string
}[] = [
  { key: 'people', icon: 'people', href: '/people' },
  { key: 'desk', icon: 'users', href: '/people/groups' },
  { key: 'mail', icon: 'mail', href: '/settings/mail/server' },
  { key: 'request', icon: 'edit', href: '/new' },
]

/** Set up; these load the page anew, as whoever has just been signed in. */
export const NextSteps = ({ organisation }: { readonly organisation: string }) => {
  const { t } = useWords()
  const { data: server } = useQuery({ ...mailServerQuery, staleTime: Infinity })
  const done: Partial<Record<Key, string>> =
    server && server.source !== 'none' ? { mail: t('firstRun:next.mailDoneText', { host: server.host ?? '' }) } : {}
  return (
    <OutsideFrame
      wide
      title={t('firstRun:next.title', { organisation })}
      lead={t('firstRun:next.lead')}
      footer={<a href="/help/adding-users">{t('firstRun:next.help')}</a>}
    >
      <ul className={styles['steps']}>
        {steps.map(({ key, icon, href }) => (
          <li key={key}>
            <a href={href} className={styles['step']} data-done={done[key] ? true : undefined}>
              <Icon name={done[key] ? 'check' : icon} size={20} />
              <span>
                <b>{done[key] ? t('firstRun:next.mailDone') : t(`firstRun:next.${key}`)}</b>
                <span>{done[key] ?? t(`firstRun:next.${key}Text`)}</span>
              </span>
              <Icon name="forward" size={14} />
            </a>
          </li>
        ))}
      </ul>
      <Button kind="primary" size="l" wide onClick={() => location.assign('/')}>
        {t('firstRun:next.begin')}
      </Button>
    </OutsideFrame>
  )
}
