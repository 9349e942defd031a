import { useState } from 'react'
import { ConfirmDialog, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import type { Role } from './people-questions.tsx'
import { RoleNameForm } from './RoleNameForm.tsx'
import type { Names } from './role-questions.tsx'
import { namesOf, useChangeRole, useMakeRole } from './role-questions.tsx'

type About = { readonly role: Role; readonly name: string }
export type OpenedRole =
  | { readonly what: 'new' }
  | ({ readonly what: 'copy' | 'rename' | 'remove' | 'reset' | 'secondFactor' } & About)

type Props = { readonly opened: OpenedRole | undefined; readonly onClose: () => void }

/** What is done to a role as a whole: made, copied, renamed, deleted, turned back. */
export const RoleDialogs = ({ opened, onClose }: Props) => {
  if (!opened) return null
  if (opened.what === 'new') return <Make from={undefined} onClose={onClose} />
  if (opened.what === 'copy') return <Make from={opened} onClose={onClose} />
  if (opened.what === 'rename') return <Rename {...opened} onClose={onClose} />
  return <Confirm key={opened.what} {...opened} what={opened.what} onClose={onClose} />
}

type MakeProps = { readonly from: About | undefined; readonly onClose: () => void }

const Make = ({ from, onClose }: MakeProps) => {
  const { t } = useWords()
  const make = useMakeRole()
  const submit = (names: Names) =>
    make.mutate(
      { names, permissions: from?.role.permissions ?? [] },
      {
        onSuccess: () => {
          onClose()
          toasts.show({ text: t('roles:made', { role: Object.values(names).find(Boolean) ?? '' }) })
        },
      },
    )
  return (
    <FormDialog
      open
      needs="role.manage"
      onClose={onClose}
      title={from ? t('roles:copyTitle', { role: from.name }) : t('roles:new')}
    >
      <RoleNameForm
        text={from ? t('roles:copyText', { role: from.name }) : t('roles:newText')}
        names={{}}
        confirm={t('roles:make')}
        busy={make.isPending}
        error={make.error}
        onClose={onClose}
        onNames={submit}
      />
    </FormDialog>
  )
}

const Rename = ({ role, name, onClose }: About & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { rename } = useChangeRole(role.key)
  const [before] = useState(() => namesOf(role))
  return (
    <FormDialog open needs="role.manage" onClose={onClose} title={t('roles:renameTitle', { role: name })}>
      <RoleNameForm
        names={before}
        confirm={t('staff:save')}
        busy={rename.isPending}
        error={rename.error}
        onClose={onClose}
        onNames={(names) =>
          rename.mutate(
            { before, names },
            {
              onSuccess: () => {
                onClose()
                toasts.show({ text: t('roles:renamed', { role: Object.values(names).find(Boolean) ?? '' }) })
              },
            },
          )
        }
      />
    </FormDialog>
  )
}

type ConfirmProps = About & {
  readonly what: 'remove' | 'reset' | 'secondFactor'
  readonly onClose: () => void
}

const Confirm = ({ what, role, name, onClose }: ConfirmProps) => {
  const { t, format } = useWords()
  const { remove, reset, secondFactor } = useChangeRole(role.key)
  const done = (text: string) => ({
    onSuccess: () => {
      onClose()
      toasts.show({ text })
    },
  })
  const holders = [
    ...(role.users > 0 ? [t('plurals:people', { count: role.users })] : []),
    ...role.groups.map((group) => group.name),
  ]
  const needed = !role.requiresSecondFactor
  const about = {
    remove: {
      title: t('roles:removeTitle', { role: name }),
      text: holders.length > 0 ? t('roles:removeHeld', { holders: format.list(holders) }) : t('roles:removeText'),
      confirm: t('roles:remove'),
      run: () => remove.mutate(undefined, done(t('roles:removed', { role: name }))),
    },
    reset: {
      title: t('roles:resetTitle', { role: name }),
      text: t('roles:resetText'),
      confirm: t('roles:reset'),
      run: () => reset.mutate(undefined, done(t('roles:resetDone', { role: name }))),
    },
    secondFactor: {
      title: t('roles:secondFactor'),
      text: t(needed ? 'roles:secondFactorOn' : 'roles:secondFactorOff', { role: name }),
      confirm: t('staff:save'),
      run: () =>
        secondFactor.mutate(needed, done(t(needed ? 'roles:secondFactorOn' : 'roles:secondFactorOff', { role: name }))),
    },
  }[what]
  return (
    <ConfirmDialog
      open
      danger={what === 'remove'}
      title={about.title}
      confirm={about.confirm}
      cancel={t('staff:cancel')}
      busy={remove.isPending || reset.isPending || secondFactor.isPending}
      problem={sentenceIn(remove.error ?? reset.error ?? secondFactor.error, t)}
      onConfirm={about.run}
      onCancel={onClose}
    >
      {about.text}
    </ConfirmDialog>
  )
}
