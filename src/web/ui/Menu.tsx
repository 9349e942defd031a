import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { KeyCap } from './KeyCap.tsx'
import { Popover } from './Popover.tsx'
import type { Anchor } from './Popover.tsx'
import styles from './Menu.module.css'
import { classes } from './classes.ts'

export type MenuItem = {
  readonly key: string
  readonly label: ReactNode
  readonly icon?: IconName
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** The one that holds now, among several of which one does. */
  readonly chosen?: boolean
  readonly onSelect: () => void
}
type Props = {
  readonly label: string
  readonly anchor: (anchor: Anchor & { readonly 'aria-haspopup': 'menu' }) => ReactNode
  /** Groups, a hairline between each and the next. */
  readonly groups: readonly (readonly MenuItem[])[]
  readonly align?: 'start' | 'end'
}

export const Menu = ({ label, anchor, groups, align = 'start' }: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      align={align}
      label={label}
      role="menu"
      anchor={(a) => anchor({ ...a, 'aria-haspopup': 'menu' })}
    >
      <MenuItems groups={groups} close={() => setOpen(false)} />
    </Popover>
  )
}

const MenuItems = ({ groups, close }: Pick<Props, 'groups'> & { close: () => void }) => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => itemsIn(list.current)[0]?.focus(), [])
  return (
    <div
      ref={list}
      role="presentation"
      onKeyDown={(event) => (event.key === 'Tab' ? close() : roam(event, itemsIn(list.current)))}
    >
      {groups
        .filter((group) => group.length)
        .map((group, index) => (
          <div key={index} role="group" className={styles['group']}>
            {group.map((item) => (
              <Item key={item.key} item={item} close={close} />
            ))}
          </div>
        ))}
    </div>
  )
}

const Item = ({ item, close }: { item: MenuItem; close: () => void }) => (
  <button
    type="button"
    role={item.chosen === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked={item.chosen}
    tabIndex={-1}
    disabled={item.disabled}
    className={classes(styles['item'], item.danger && styles['danger'])}
    onClick={() => {
      close()
      item.onSelect()
    }}
  >
    {item.icon && <Icon name={item.icon} />}
    <span className={styles['label']}>{item.label}</span>
    {item.chosen && <Icon name="check" size={14} />}
    {item.keys && <KeyCap keys={item.keys} />}
  </button>
)

const itemsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
]

const roam = (event: KeyboardEvent, items: HTMLElement[]): void => {
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}
