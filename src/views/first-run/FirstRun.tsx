// The installer's first page, once. The link's token stands behind the # and so in no log.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Problem } from '../../web/problem.ts'
import { ButtonLink, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FailedPage } from '../failed-page.tsx'
import { kept } from '../preferences.tsx'
import { useTokenInAddress } from '../sign-in/token-in-address.ts'
import { OutsideFrame } from '../sign-in/OutsideFrame.tsx'
import { mailServerQuery } from '../settings/mail-server-question.tsx'
import { NextSteps } from './NextSteps.tsx'
import { SetupForm } from './SetupForm.tsx'
import type { Filled } from './filled.ts'
import { setupQuery } from './setup-question.tsx'

export const FirstRun = () => {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(setupQuery)
  const [organisation, setOrganisation] = useState<string>()
  if (organisation !== undefined) return <NextSteps organisation={organisation} />
  if (error) return <FailedPage error={error} reset={() => void refetch()} />
  if (!data)
    return (
      <OutsideFrame title={t('firstRun:title')}>
        <SkeletonRows shape="text" rows={4} label={t('shell:loading')} />
      </OutsideFrame>
    )
  if (!data.open) return <Over />
  return <SettingUp named={data.organisation ?? ''} onDone={setOrganisation} />
}

type SettingUpProps = { readonly named: string; readonly onDone: (organisation: string) => void }

const SettingUp = ({ named, onDone }: SettingUpProps) => {
  const { t } = useWords()
  const token = useTokenInAddress()
  const client = useQueryClient()
  const setUp = useMutation({
    async mutationFn(filled: Filled) {
      await api.post('/api/v1/setup', { token, ...filled })
      // known before the next page is drawn, so that no step leaves it again; without it every step is shown
      await client.prefetchQuery(mailServerQuery)
    },
    onSuccess: (_answer, { organisation, language }) => {
      kept.keep('organisation', organisation)
      kept.keep('language', language)
      onDone(organisation)
    },
  })
  if (!token) return <OutsideFrame title={t('firstRun:needsLink')} lead={t('firstRun:needsLinkText')} />
  // somebody else set it up while this page stood open
  if (setUp.error instanceof Problem && setUp.error.code === 'notFound') return <Over />
  if (setUp.error instanceof Problem && setUp.error.code === 'linkNotValid')
    return <OutsideFrame title={t('firstRun:linkOver')} lead={t('firstRun:linkOverText')} />
  return (
    <OutsideFrame wide title={t('firstRun:title')} lead={t('firstRun:lead')}>
      <SetupForm organisation={named} busy={setUp.isPending} problem={setUp.error} onFilled={setUp.mutate} />
    </OutsideFrame>
  )
}

const Over = () => {
  const { t } = useWords()
  return (
    <OutsideFrame title={t('firstRun:over')}>
      <ButtonLink href="/sign-in" kind="primary" size="l" wide>
        {t('signIn:title')}
      </ButtonLink>
    </OutsideFrame>
  )
}
