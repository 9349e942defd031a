import { createContext, createElement, use } from 'react'
import type { AnchorHTMLAttributes, ComponentType } from 'react'

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string
  /** Going back should not stop at what is left by it. */
  readonly replace?: boolean
}
export type LinkComponent = ComponentType<LinkProps> | 'a'

/** Which component a link is: the pieces know no router, whoever starts the page hands one in. */
export const LinkContext = createContext<LinkComponent>('a')

export const Link = ({ replace, ...props }: LinkProps) => {
  const link = use(LinkContext)
  return link === 'a' ? createElement(link, props) : createElement(link, { ...props, ...(replace && { replace }) })
}
