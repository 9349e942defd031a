import { useState } from 'react'
import { Dialog, KeyCap } from '../../web/ui/index.ts'
import { spokenKeys, useIsHeard } from '../../web/keys.ts'
import { useKeys } from '../../web/use-keys.ts'
import type { Key } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './KeysSheet.module.css'

type Line = readonly [
  keys: string,
  said: Extract<Key, `staff:keys.${string}` | `actions:staff.${string}` | 'shell:find'>,
]
type Part = { readonly title: Extract<Key, `staff:keys.${string}`>; readonly lines: readonly Line[] }

const parts: readonly Part[] = [
  {
    title: 'staff:keys.list',
    lines: [
      ['j', 'staff:keys.next'],
      ['k', 'staff:keys.previous'],
      ['Enter', 'staff:keys.open'],
      ['x', 'staff:keys.choose'],
      ['/', 'staff:keys.search'],
    ],
  },
  {
    title: 'staff:keys.ticket',
    lines: [
      ['a', 'actions:staff.assign'],
      ['t', 'actions:staff.take'],
      ['r', 'staff:keys.reply'],
      ['n', 'staff:keys.note'],
      ['s', 'staff:keys.propose'],
      ['v', 'staff:keys.review_key'],
      ['d', 'staff:keys.duplicate'],
      ['o', 'staff:keys.flip'],
      ['mod+Enter', 'staff:keys.send'],
      ['z', 'staff:keys.takeBack'],
      ['Escape', 'staff:keys.leave'],
    ],
  },
  {
    title: 'staff:keys.review',
    lines: [
      ['x', 'staff:keys.return'],
      ['e', 'staff:keys.edit'],
      ['mod+Enter', 'staff:keys.approve'],
    ],
  },
  {
    title: 'staff:keys.everywhere',
    lines: [
      ['mod+k', 'shell:find'],
      ['g n', 'staff:keys.goNew'],
      ['g m', 'staff:keys.goMine'],
      ['g a', 'staff:keys.goAll'],
      ['g c', 'staff:keys.goClosed'],
      ['z', 'staff:keys.undo'],
      ['?', 'staff:keys.sheet'],
    ],
  },
]

/** Beside a button they are told by the button. */
const Keys = ({ keys }: { readonly keys: string }) => (
  <>
    <KeyCap keys={keys} />
    {useIsHeard(keys) && <span className="sr-only">{spokenKeys(keys)}</span>}
  </>
)

/** `?` shows what the hands can do here. */
export const KeysSheet = () => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t('staff:keys.title')} closeLabel={t('staff:close')} wide>
      <div className={styles['parts']}>
        {parts.map(({ title, lines }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {lines.map(([keys, said]) => (
                <div key={said} className={styles['line']}>
                  <dt>{t(said)}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
