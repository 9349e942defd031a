import { useState } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import type { IncomingItem } from '../../../queries/incoming-requests/incoming-requests.ts'
import { useKeys } from '../../../web/use-keys.ts'
import { Button, IconButton, PickList, Popover } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ReasonDialog } from '../../ReasonDialog.tsx'
import { useSession } from '../../session.tsx'
import { iconsOf } from '../../ticket/staff/acts.ts'
import { assigneeChosen, assigneeSections, useAssignees } from '../../ticket/staff/assignee-choices.tsx'
import { OriginalDialog } from '../../ticket/staff/OriginalDialog.tsx'
import { deeds } from './many.ts'
import type { Deed } from './many.ts'
import type { Chosen } from './use-chosen.tsx'
import styles from './Many.module.css'

type Props = { readonly chosen: Chosen; readonly onDo: (deed: Deed, items: readonly IncomingItem[]) => void }
/** With the tickets as they were seen when it was asked for: rows follow what happens to theirs while a dialog is open. */
type Asked = { readonly verb: Deed['verb']; readonly items: readonly IncomingItem[] }

const keys = { assign: 'a', take: 't', 'mark-duplicate': 'd', close: undefined } as const

/** What can be done with those that are chosen. Each ticket decides for itself; the bar says only what one may at all. */
export const ManyBar = ({ chosen, onDo }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const [asked, ask] = useState<Asked>()
  const { items } = chosen
  const count = items.length
  const verbs = (Object.keys(deeds) as Deed['verb'][]).filter((verb) => may(deeds[verb]))
  const act = (deed: Deed) => {
    ask(undefined)
    onDo(deed, asked?.items ?? items)
  }
  const begin = (verb: Deed['verb']) => (verb === 'take' ? act({ verb }) : ask({ verb, items }))
  const held = verbs.filter((verb) => keys[verb])
  useKeys(
    {
      ...(count > 0 && Object.fromEntries(held.map((verb) => [keys[verb]!, () => begin(verb)]))),
      escape: chosen.clear,
    },
    true,
    {
      first: true,
    },
  )

  return (
    <div className={styles['bar']} role="region" aria-label={t('many:bar')}>
      <div className={styles['barLine']}>
        <b role="status">{count > 0 ? t('many:chosen', { count }) : t('many:choose')}</b>
        <Button kind="text" onClick={chosen.all}>
          {t('many:all')}
        </Button>
        <span className={styles['space']} />
        <IconButton icon="close" label={t('many:clear')} onClick={chosen.clear} />
      </div>
      <div className={styles['verbs']}>
        {verbs.map((verb) =>
          verb === 'assign' ? (
            <Popover
              key={verb}
              open={asked?.verb === 'assign'}
              onOpen={(open) => (open ? begin('assign') : ask(undefined))}
              label={t('staffTicket:changeAssignee')}
              anchor={(anchor) => (
                <Button {...anchor} icon={iconsOf[verb]} keys={keys[verb]} disabled={count === 0}>
                  {t(`many:verb.${verb}`)}
                </Button>
              )}
            >
              <PickAssignee onPick={(to) => act({ verb: 'assign', to })} />
            </Popover>
          ) : (
            <Button
              key={verb}
              icon={iconsOf[verb]}
              keys={keys[verb]}
              disabled={count === 0}
              onClick={() => begin(verb)}
            >
              {t(`many:verb.${verb}`)}
            </Button>
          ),
        )}
      </div>
      {asked?.verb === 'close' && (
        <ReasonDialog
          open
          danger
          title={t('many:closeTitle', { count: asked.items.length })}
          confirm={t('many:closeConfirm', { count: asked.items.length })}
          cancel={t('staff:cancel')}
          reason={{
            label: t('staffTicket:close.reason'),
            hint: t('staffTicket:reasonForCustomer'),
            required: true,
            maxLength: ticketTexts.reason.max,
          }}
          onConfirm={(reason) => act({ verb: 'close', reason })}
          onCancel={() => ask(undefined)}
        >
          {t('many:closeText')}
        </ReasonDialog>
      )}
      {asked?.verb === 'mark-duplicate' && (
        <OriginalDialog
          title={t('many:duplicateTitle', { count: asked.items.length })}
          text={t('many:duplicateText')}
          duplicates={asked.items.map(({ number }) => number)}
          onConfirm={(original) => act({ verb: 'mark-duplicate', original })}
          onCancel={() => ask(undefined)}
        />
      )}
    </div>
  )
}

const PickAssignee = ({ onPick }: { readonly onPick: (to: { group: string; member?: string }) => void }) => {
  const { t } = useWords()
  const { me } = useSession()
  const { groups, nothing } = useAssignees()
  return (
    <PickList
      label={t('staffTicket:changeAssignee')}
      placeholder={t('staffTicket:assignFind')}
      nothing={nothing}
      sections={assigneeSections(groups, me.id, t('staffTicket:assignGroup'), t('staffTicket:you'))}
      onPick={(key) => {
        const found = assigneeChosen(groups, key)
        if (found) onPick({ group: found.group.id, ...(found.member && { member: found.member.id }) })
      }}
    />
  )
}
