import { useQuery } from '@tanstack/react-query'
import { Banner, FieldItem, FieldList } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useSession } from '../session.tsx'
import { useRightLost } from '../still-may.tsx'
import { AccountActions } from './AccountActions.tsx'
import { PersonForm } from './PersonForm.tsx'
import { rolesQuery } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import { roleName } from './role-name.tsx'

type Props = {
  readonly opened: User | 'new' | undefined
  /** The same person, as they are after something was done to them here. */
  readonly onChange: (user: User) => void
  readonly onClose: () => void
}

/** One person at the page's edge. */
export const PersonDrawer = ({ opened, onChange, onClose }: Props) => {
  const { t, format } = useWords()
  const { may } = useSession()
  const user = opened === 'new' ? undefined : opened
  return (
    <FormDialog
      open={opened !== undefined}
      onClose={onClose}
      needs="user.manage"
      place="end"
      title={
        user
          ? t(may('user.manage') && !user.erasedAt ? 'people:edit' : 'people:see', { name: user.name })
          : t('people:add')
      }
      closeLabel={t('staff:close')}
    >
      {user?.erasedAt ? (
        <Banner>{t('people:erase.erased', { on: format.date(user.erasedAt) })}</Banner>
      ) : (
        <About user={user} onClose={onClose} />
      )}
      {user && !user.erasedAt && <AccountActions user={user} onChange={onChange} onDone={onClose} />}
    </FormDialog>
  )
}

const About = ({ user, onClose }: { readonly user: User | undefined; readonly onClose: () => void }) => {
  const { may } = useSession()
  const lost = useRightLost()
  // what was typed stays to be copied when the right went meanwhile
  if (may('user.manage') || lost) return <PersonForm key={user?.id ?? 'new'} user={user} onClose={onClose} />
  return user && <Facts user={user} />
}

/** For whoever may look and not change. */
const Facts = ({ user }: { readonly user: User }) => {
  const { t, format } = useWords()
  const { data: roles } = useQuery(rolesQuery)
  return (
    <FieldList>
      <FieldItem label={t('people:field.email')}>
        <bdi>{user.email}</bdi>
      </FieldItem>
      <FieldItem label={t('people:field.roles')}>
        {format.list(user.roles.map((role) => roleName(t, role, roles))) || '–'}
      </FieldItem>
      <FieldItem label={t('people:field.groups')}>{format.list(user.groups.map(({ name }) => name)) || '–'}</FieldItem>
      <FieldItem label={t('people:column.organisation')}>{user.organisation?.name ?? '–'}</FieldItem>
      <FieldItem label={t('people:column.since')}>{format.date(user.createdAt)}</FieldItem>
    </FieldList>
  )
}
