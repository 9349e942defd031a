import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, SkeletonRows, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { meQuery, useSession } from '../session.tsx'

import styles from './Account.module.css'
import { NotLoaded } from './NotLoaded.tsx'
import { factor, secondFactorQuery } from './account-questions.tsx'
import type { SecondFactor } from './account-questions.tsx'
import { ProveForm } from './ProveForm.tsx'
import { RecoveryCodes, SetUpFactor } from './SetUpFactor.tsx'

export const Factor = () => {
  const { t } = useWords()
  const { data, isPending, error, refetch } = useQuery(secondFactorQuery)
  return (
    <section className={styles['part']} aria-label={t('profile:factor')}>
      <h2>{t('profile:factor')}</h2>
      {isPending && <SkeletonRows shape="text" rows={2} label={t('profile:loading')} />}
      {error && !data && <NotLoaded title={t('profile:failed')} problem={error} onRetry={() => void refetch()} />}
      {data && <HowItStands factor={data} />}
    </section>
  )
}

type Doing = 'setUp' | 'renew' | 'turnOff'

const HowItStands = ({ factor: { on, since, recoveryCodesLeft, required } }: { readonly factor: SecondFactor }) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = () => {
    setDoing(undefined)
    setCodes(undefined)
    for (const { queryKey } of [secondFactorQuery, meQuery]) void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: ['sessions'] })
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={done} />
  const cancel = () => setDoing(undefined)
  if (doing === 'setUp') return <SetUpFactor onDone={done} onCancel={cancel} />
  if (doing === 'renew')
    return (
      <ProveForm
        confirm={t('profile:factorRenew')}
        prove={factor.renewCodes}
        onProven={({ recoveryCodes }) => setCodes(recoveryCodes)}
        onCancel={cancel}
      />
    )
  if (doing === 'turnOff')
    return (
      <ProveForm
        danger
        confirm={t('profile:factorTurnOff')}
        prove={factor.turnOff}
        onProven={() => {
          toasts.show({ text: t('profile:factorTurnedOff') })
          done()
        }}
        onCancel={cancel}
      />
    )
  return (
    <>
      <p>
        {on && since ? t('profile:factorOn', { day: format.date(since) }) : t('profile:factorOff')}{' '}
        {on && t('profile:codesLeft', { count: recoveryCodesLeft })} {on && required && t('profile:factorRequired')}
      </p>
      <div className={styles['buttons']}>
        {!on && me.hasPassword && (
          <Button size="m" onClick={() => setDoing('setUp')}>
            {t('profile:factorSetUp')}
          </Button>
        )}
        {on && (
          <Button size="m" onClick={() => setDoing('renew')}>
            {t('profile:factorRenew')}
          </Button>
        )}
        {on && !required && (
          <Button size="m" onClick={() => setDoing('turnOff')}>
            {t('profile:factorTurnOff')}
          </Button>
        )}
      </div>
    </>
  )
}
