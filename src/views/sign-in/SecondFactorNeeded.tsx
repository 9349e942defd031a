import { useSearch } from '@tanstack/react-router'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { LinkByMail } from '../account/Password.tsx'
import { SetUpFactor } from '../account/SetUpFactor.tsx'
import { signOut } from '../account-menu.tsx'
import { useSession } from '../session.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

/** Before anything else, whoever holds a role that asks for a second factor sets it up. */
export const SecondFactorNeeded = () => {
  const { t } = useWords()
  const { me } = useSession()
  const { to = '/' }: { to?: string } = useSearch({ strict: false })
  return (
    <OutsideFrame
      wide
      title={t('profile:neededTitle')}
      lead={t('profile:neededText')}
      footer={
        <Button kind="text" onClick={() => void signOut(t)}>
          {t('shell:signOut')}
        </Button>
      }
    >
      {me.hasPassword ? <SetUpFactor onDone={() => location.assign(to)} /> : <LinkByMail />}
    </OutsideFrame>
  )
}
