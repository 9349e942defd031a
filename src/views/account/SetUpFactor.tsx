import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useCopy } from '../use-copy.ts'
import { Button, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import styles from './Account.module.css'
import { AskedForm } from './AskedForm.tsx'
import { factor } from './account-questions.tsx'
import { ProveForm } from './ProveForm.tsx'
import { QrCode } from './QrCode.tsx'

type Props = {
  /** The recovery codes were shown and kept. */
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** Password, picture, code, recovery codes: one step at a time. */
export const SetUpFactor = ({ onDone, onCancel }: Props) => {
  const { t } = useWords()
  const [begun, begin] = useState<{ secret: string; uri: string }>()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  if (begun) return <FirstCode {...begun} onCodes={setCodes} {...(onCancel && { onCancel })} />
  return <ProveForm confirm={t('profile:goOn')} prove={factor.begin} onProven={begin} {...(onCancel && { onCancel })} />
}

type FirstCodeProps = {
  readonly secret: string
  readonly uri: string
  readonly onCodes: (codes: readonly string[]) => void
  readonly onCancel?: () => void
}

const FirstCode = ({ secret, uri, onCodes, onCancel }: FirstCodeProps) => {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => factor.confirm(code.replace(/\s/gu, '')),
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  return (
    <div className={styles['step']}>
      <h3>{t('profile:scan')}</h3>
      <QrCode text={uri} label={t('profile:qr')} />
      <p>{t('profile:scanText')}</p>
      <code className={styles['secret']} dir="ltr">
        {secret.match(/.{1,4}/gu)?.join(' ')}
      </code>
      <AskedForm
        confirm={t('profile:turnOn')}
        busy={confirm.isPending}
        problem={restOf(confirm.error, t, ['code'])}
        onSubmit={() => confirm.mutate()}
        onCancel={onCancel}
      >
        <TextField
          label={t('profile:code')}
          hint={t('profile:codeText')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
          autoFocus
          dir="ltr"
          value={code}
          onValue={setCode}
          error={fieldSentences(confirm.error)['code']}
        />
      </AskedForm>
    </div>
  )
}

/** Shown once: whoever goes on says that they are kept. */
export const RecoveryCodes = ({
  codes,
  onKept,
}: {
  readonly codes: readonly string[]
  readonly onKept: () => void
}) => {
  const { t } = useWords()
  const copyWith = useCopy()
  const copy = () => copyWith(codes.map(inTwo).join('\n'), t('profile:copied'))
  return (
    <div className={styles['step']}>
      <h3>{t('profile:codesTitle')}</h3>
      <p>{t('profile:codesText')}</p>
      <ul className={styles['codes']} dir="ltr">
        {codes.map((code) => (
          <li key={code}>{inTwo(code)}</li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button size="m" kind="primary" onClick={onKept}>
          {t('profile:codesKept')}
        </Button>
        <Button size="m" icon="copy" onClick={() => void copy()}>
          {t('profile:copyCodes')}
        </Button>
      </div>
    </div>
  )
}

/** Easier to read and to type; the dash is not looked at. */
const inTwo = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`
