import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { KeyCap } from './KeyCap.tsx'
import { Link } from './Link.tsx'
import { classes } from './classes.ts'
import { useAriaKeys } from '../keys.ts'
import styles from './Button.module.css'

export type ButtonLook = {
  /** One primary at most on a view: it is what you would press next. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger' | 'text'
  /** 32 px for staff, 40 in forms, 48 on phones. */
  readonly size?: 's' | 'm' | 'l'
  readonly icon?: IconName | undefined
  /** Shown as key caps and told to screen readers; whoever uses it listens for them. */
  readonly keys?: string | undefined
  readonly wide?: boolean
}
type Native = ButtonHTMLAttributes<HTMLButtonElement>
export type ButtonProps = ButtonLook &
  Native & { readonly busy?: boolean; readonly ref?: Ref<HTMLButtonElement>; readonly children: ReactNode }

export const Button = ({ kind, size, icon, keys, wide, busy = false, className, children, ...native }: ButtonProps) => (
  <button
    type="button"
    aria-keyshortcuts={useAriaKeys(keys)}
    {...native}
    aria-busy={busy || undefined}
    aria-disabled={busy || native['aria-disabled']}
    onClick={busy ? undefined : native.onClick}
    className={look({ kind, size, wide }, className)}
  >
    <Face icon={icon} keys={keys} size={size}>
      {children}
    </Face>
  </button>
)

type LinkButtonProps = ButtonLook & { readonly href: string; readonly className?: string; readonly children: ReactNode }

export const ButtonLink = ({ kind, size, icon, keys, wide, href, className, children }: LinkButtonProps) => (
  <Link href={href} aria-keyshortcuts={useAriaKeys(keys)} className={look({ kind, size, wide }, className)}>
    <Face icon={icon} keys={keys} size={size}>
      {children}
    </Face>
  </Link>
)

export type IconButtonProps = Omit<ButtonLook, 'wide'> &
  Native & {
    readonly icon: IconName
    readonly label: string
    readonly ref?: Ref<HTMLButtonElement>
    readonly children?: ReactNode
  }

/** A square with an icon; its label is said, and shown when one rests on it. */
export const IconButton = ({
  kind = 'quiet',
  size,
  icon,
  keys,
  label,
  className,
  children,
  ...native
}: IconButtonProps) => (
  <button
    type="button"
    aria-keyshortcuts={useAriaKeys(keys)}
    aria-label={label}
    title={label}
    {...native}
    className={classes(look({ kind, size }, className), styles['square'])}
  >
    <Icon name={icon} />
    {children}
  </button>
)

const look = ({ kind = 'plain', size = 's', wide = false }: ButtonLook, className?: string): string =>
  classes(styles['button'], styles[kind], styles[size], wide && styles['wide'], className)

const Face = ({ icon, keys, size, children }: Pick<ButtonLook, 'icon' | 'keys' | 'size'> & { children: ReactNode }) => (
  <>
    {icon && <Icon name={icon} size={size === 'l' ? 18 : 16} />}
    <span className={styles['words']}>{children}</span>
    {keys && <KeyCap keys={keys} />}
  </>
)
