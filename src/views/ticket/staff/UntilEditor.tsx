import { useLayoutEffect, useRef, type ComponentProps, type RefObject } from 'react'
import { ComposerText } from '../../../web/ui/index.ts'

type Props = ComponentProps<typeof ComposerText> & { readonly wasIn: RefObject<boolean> }

/**
 * The plain box until the editor is there. Who writes in it already goes on in the editor: without that the next letters were
 * taken for keys of the page, and an s proposed a solution.
 */
export const UntilEditor = ({ wasIn, ...props }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const own = place.current
    return () => {
      wasIn.current = own?.contains(document.activeElement) ?? false
    }
  }, [wasIn])
  return (
    <div ref={place} style={{ display: 'contents' }}>
      <ComposerText {...props} />
    </div>
  )
}
