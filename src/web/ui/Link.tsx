import { createContext, createElement, use } from 'react'
import type { AnchorHTMLAttributes, ComponentType } from 'react'

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }
export type LinkComponent = ComponentType<LinkProps> | 'a'

/** Which component a link is: the pieces know no router, whoever starts the page hands one in. */
export const LinkContext = createContext<LinkComponent>('a')

export const Link = (props: LinkProps) => createElement(use(LinkContext), props)
