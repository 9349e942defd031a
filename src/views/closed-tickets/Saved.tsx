import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SavedQuery } from '../../queries/saved-queries/saved-queries.ts'
import { Button, Menu, toasts } from '../../web/ui/index.ts'
import type { MenuItem } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Problem } from '../../web/problem.ts'
import { sentenceFor } from '../problem-words.tsx'
import { useGo } from '../staff/address.tsx'
import { tellRefused } from '../staff/tell-refused.ts'
import { addressOfAsked, askedIn, isNarrowed } from './asked.ts'
import type { Asked } from './asked.ts'
import { SaveDialog } from './SaveDialog.tsx'
import { askedNow, savedQueriesQuery, useRemoveQuery, useSaveQuery } from './saved-questions.tsx'
import styles from './ClosedTickets.module.css'

type Props = { readonly asked: Asked }

/** Questions that were kept: one's own and the groups'. The one that is asked now gives the button its name. */
export const Saved = ({ asked }: Props) => {
  const { t } = useWords()
  const go = useGo()
  const { data: saved = [] } = useQuery(savedQueriesQuery)
  const [dialog, setDialog] = useState<{ readonly of?: SavedQuery }>()
  const [chosen, choose] = useState<string>()
  const now = askedNow(saved, asked, chosen)
  const acts = useActs(now)
  const choices = saved.map((each): MenuItem => ({
    key: each.id,
    label: each.group ? t('closedTickets:saved.shared', { name: each.name, group: each.group.name }) : each.name,
    chosen: each === now,
    onSelect: () => {
      choose(each.id)
      go(addressOfAsked(askedIn(each.filters)))
    },
  }))
  const isOwn = now?.own === true
  const own: MenuItem[] = isOwn
    ? [
        { key: 'change', label: t('closedTickets:saved.change'), icon: 'edit', onSelect: () => setDialog({ of: now }) },
        { key: 'remove', label: t('closedTickets:saved.remove'), icon: 'trash', danger: true, onSelect: acts.remove },
      ]
    : []
  const save: MenuItem[] =
    isNarrowed(asked) && !now
      ? [{ key: 'save', label: t('closedTickets:saved.save'), icon: 'plus', onSelect: () => setDialog({}) }]
      : []
  if (saved.length === 0 && save.length === 0 && !dialog) return null
  return (
    <>
      <Menu
        label={t('closedTickets:saved.label')}
        groups={[choices, save, own]}
        anchor={(anchor) => (
          <Button {...anchor} kind="quiet" size="s" icon="bookmark">
            {now ? (
              <bdi className={styles['savedName']} title={now.name}>
                {now.name}
              </bdi>
            ) : (
              t('closedTickets:saved.label')
            )}
          </Button>
        )}
      />
      {dialog && <SaveDialog of={dialog.of} asked={asked} onClose={() => setDialog(undefined)} />}
    </>
  )
}

/** What was removed can be taken back for a moment: it is saved once more. */
const useActs = (now: SavedQuery | undefined) => {
  const { t } = useWords()
  const remove = useRemoveQuery()
  const save = useSaveQuery()
  return {
    remove: () => {
      if (!now) return
      const { id, name, filters, group } = now
      remove.mutate(id, {
        onSuccess: () =>
          toasts.show({
            text: t('closedTickets:saved.removed', { name }),
            undo: {
              label: t('actions:undo'),
              onUndo: () =>
                void save
                  .mutateAsync({ name, group: group?.id ?? null, asked: askedIn(filters) })
                  .catch(tellRefused(t)),
            },
          }),
        onError: (problem) => {
          const gone = problem instanceof Problem && problem.code === 'notFound'
          toasts.show(
            gone
              ? { text: t('closedTickets:saved.goneAlready', { name }) }
              : { text: sentenceFor(problem, t) ?? '', tone: 'danger' },
          )
        },
      })
    },
  }
}
