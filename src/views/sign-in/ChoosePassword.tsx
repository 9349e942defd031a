// One new password, typed once and looked at. The link's token stands behind the # and so in no log.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Problem } from '../../web/problem.ts'
import { ButtonLink, Link, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { NewPassword } from './NewPassword.tsx'
import { OutsideForm } from './OutsideForm.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'
import type { LinkKind } from '../../users/mailed-links/link-kinds.ts'
import { linkQuery } from './link-question.tsx'
import { useTokenInAddress } from './token-in-address.ts'

type Props = {
  readonly kind: LinkKind
  readonly title: string
  readonly lead: ReactNode
  readonly send: (token: string, password: string) => Promise<unknown>
  readonly onDone: () => void
  /** What to do where the link is no longer valid. */
  readonly instead: { readonly text: string; readonly label: string; readonly href: string }
}

export const ChoosePassword = (props: Props) => {
  const token = useTokenInAddress()
  return <Choosing key={token} token={token} {...props} />
}

const Choosing = ({ token, kind, title, lead, send, onDone, instead }: Props & { readonly token: string }) => {
  const { t } = useWords()
  const choose = useMutation({ mutationFn: (password: string) => send(token, password), onSuccess: onDone })
  // where it cannot be asked, the form stands there as if it were good: what is sent is looked at again
  const looked = useQuery(linkQuery(kind, token))
  const isRefused = choose.error instanceof Problem && choose.error.code === 'linkNotValid'
  if (!token || looked.data?.good === false || isRefused)
    return (
      <OutsideFrame
        title={t('signIn:linkOver')}
        lead={instead.text}
        footer={instead.href !== signInPage && <Link href={signInPage}>{t('signIn:backToSignIn')}</Link>}
      >
        <ButtonLink href={instead.href} kind="primary" size="l" wide>
          {instead.label}
        </ButtonLink>
      </OutsideFrame>
    )
  if (looked.isPending)
    return (
      <OutsideFrame title={title} lead={lead}>
        <SkeletonRows rows={3} shape="text" label={t('signIn:looking')} />
      </OutsideFrame>
    )
  return (
    <OutsideFrame title={title} lead={lead}>
      <PasswordForm
        error={fieldSentences(choose.error)['password'] ?? fieldSentences(choose.error)['newPassword']}
        sentence={restOf(choose.error, t, ['password', 'newPassword'])}
        busy={choose.isPending || choose.isSuccess}
        onChosen={choose.mutate}
      />
    </OutsideFrame>
  )
}

const signInPage = '/sign-in'

type FormProps = {
  readonly error: string | undefined
  readonly sentence: string | undefined
  readonly busy: boolean
  readonly onChosen: (password: string) => void
}

const PasswordForm = ({ error, sentence, busy, onChosen }: FormProps) => {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  return (
    <OutsideForm button={t('signIn:savePassword')} busy={busy} sentence={sentence} onSend={() => onChosen(password)}>
      <NewPassword large value={password} onValue={setPassword} error={error} />
    </OutsideForm>
  )
}
