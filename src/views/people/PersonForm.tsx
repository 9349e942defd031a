import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { passwordLength } from '../../users/sign-in/password.ts'
import { Segmented, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useMarkedField } from '../marked-field.ts'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { CheckList } from './CheckList.tsx'
import { FormFoot } from './FormFoot.tsx'
import { GroupsField } from './GroupsField.tsx'
import { LanguageField, TimeZoneField } from './LocaleFields.tsx'
import { OrganisationField } from './OrganisationField.tsx'
import { useMailGoesOut } from './mail-goes-out.tsx'
import { rolesQuery, useSaveUser } from './people-questions.tsx'
import type { User, UserForm } from './people-questions.tsx'
import { roleName, roleText } from './role-name.tsx'
import styles from './People.module.css'

type FormProps = { readonly user: User | undefined; readonly onClose: () => void }
const named = ['name', 'email', 'language', 'timeZone', 'password', 'organisation']

/** Who somebody is, what they may do, whom they work with. */
export const PersonForm = ({ user, onClose }: FormProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data: roles = [] } = useQuery(rolesQuery)
  const [before] = useState(() => formOf(user))
  const [form, change] = useState(before)
  const goesOut = useMailGoesOut()
  const save = useSaveUser(user, wireOf(before, may('group.manage')))
  const said = fieldSentences(save.error)
  const place = useMarkedField(save.error)
  const rest = save.error ? restOf(save.error, t, named) : undefined
  const set = (part: Partial<typeof form>) => change((now) => ({ ...now, ...part }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const withPassword = !user && form.access === 'password'
    const wire = wireOf(form, may('group.manage'))
    const saved = await save
      .mutateAsync({ ...wire, ...(withPassword && { password: form.password }) })
      .catch(() => undefined)
    if (!saved) return
    onClose()
    toasts.show({ text: saidAfter(t, user, saved, { withPassword, goesOut }) })
  }
  return (
    <form ref={place} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('people:field.name')}
        value={form.name}
        error={said['name']}
        maxLength={200}
        required
        autoFocus={!user}
        onValue={(name) => set({ name })}
      />
      <TextField
        label={t('people:field.email')}
        type="email"
        dir="ltr"
        value={form.email}
        error={said['email']}
        maxLength={254}
        required
        autoComplete="off"
        onValue={(email) => set({ email })}
      />
      <CheckList
        label={t('people:field.roles')}
        options={roles.map(({ key }) => ({ key, label: roleName(t, key, roles), hint: roleText(t, key) }))}
        chosen={form.roles}
        onChange={(next) => set({ roles: next })}
      />
      <GroupsField user={user} chosen={form.groups} onChange={(next) => set({ groups: next })} />
      <OrganisationField
        value={form.organisation}
        error={said['organisation']}
        onValue={(organisation) => set({ organisation })}
      />
      <LanguageField value={form.language} error={said['language']} onValue={(language) => set({ language })} />
      <TimeZoneField value={form.timeZone} error={said['timeZone']} onValue={(timeZone) => set({ timeZone })} />
      {!user && <Access form={form} error={said['password']} onChange={set} />}
      <FormFoot
        rest={rest}
        submit={user ? t('staff:save') : t('people:add')}
        busy={save.isPending}
        onCancel={onClose}
      />
    </form>
  )
}

const formOf = (user: User | undefined) => ({
  name: user?.name ?? '',
  email: user?.email ?? '',
  language: user?.language ?? null,
  timeZone: user?.timeZone ?? null,
  roles: user?.roles ?? (['customer'] as readonly string[]),
  organisation: user?.organisation ?? null,
  groups: (user?.groups ?? []).map(({ id }) => id) as readonly string[],
  access: 'invitation' as 'invitation' | 'password',
  password: '',
})
type Form = ReturnType<typeof formOf>

const wireOf = (form: Form, withGroups: boolean): UserForm => {
  const { name, email, language, timeZone, roles, organisation, groups } = form
  const person = { name, email, language, timeZone, roles, organisation: organisation?.id ?? null }
  return withGroups ? { ...person, groups } : person
}

type Translate = ReturnType<typeof useWords>['t']

type How = { readonly withPassword: boolean; readonly goesOut: boolean }

const saidAfter = (t: Translate, before: User | undefined, saved: User, how: How): string => {
  const { name, email } = saved
  // whoever was invited by another address is invited anew
  const invitedAnew = before?.email !== email && saved.invitedUntil !== null
  if (before && !invitedAnew) return t('people:changed', { name })
  if (how.withPassword) return t('people:added', { name })
  return how.goesOut ? t('people:invited', { email }) : t('people:invitedKept', { email })
}

type AccessProps = {
  readonly form: Form
  readonly error: string | undefined
  readonly onChange: (part: Partial<Form>) => void
}

const Access = ({ form, error, onChange }: AccessProps) => {
  const { t } = useWords()
  const goesOut = useMailGoesOut()
  const id = useId()
  return (
    <div className={styles['access']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['legend']}>
        {t('people:field.access')}
      </span>
      <Segmented
        label={t('people:field.access')}
        value={form.access}
        onChange={(access) => onChange({ access })}
        options={[
          { value: 'invitation', label: t('people:field.invitation') },
          { value: 'password', label: t('people:field.password') },
        ]}
      />
      {form.access === 'invitation' ? (
        <p className="dim">{goesOut ? t('people:field.invitationHint') : t('people:field.invitationKept')}</p>
      ) : (
        <TextField
          label={t('people:field.password')}
          hint={t('people:field.passwordHint', { min: passwordLength.min })}
          error={error}
          type="password"
          dir="ltr"
          autoComplete="new-password"
          value={form.password}
          onValue={(password) => onChange({ password })}
        />
      )}
    </div>
  )
}
