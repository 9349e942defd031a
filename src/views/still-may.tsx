import { createContext, use, useState } from 'react'
import type { ReactNode } from 'react'
import type { Permission } from '../permissions/permissions.ts'
import { Banner } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { useSession } from './session.tsx'
import styles from './still-may.module.css'

const RightLost = createContext(false)

/** The right by which one writes here was taken while one was writing: nothing can be saved, and nothing vanishes. */
export const useRightLost = (): boolean => use(RightLost)

type Props = {
  /** What writing here needs. Whoever never had it is told nothing: what they see is made for them. */
  readonly needs: Permission | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

export const StillMay = ({ needs, className = styles['lost'], children }: Props) => {
  const { t } = useWords()
  const lost = useLostWhileHere(needs)
  return (
    <RightLost value={lost}>
      {lost && (
        <div className={className}>
          <Banner tone="danger" live>
            {t('staff:rightLost')}
          </Banner>
        </div>
      )}
      {children}
    </RightLost>
  )
}

/** It was there when this came up, and is there no more. */
export const useLostWhileHere = (needs: Permission | undefined): boolean => {
  const { may } = useSession()
  const [had] = useState(needs !== undefined && may(needs))
  return had && needs !== undefined && !may(needs)
}
