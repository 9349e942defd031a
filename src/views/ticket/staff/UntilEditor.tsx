import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { ComposerText } from '../../../web/ui/index.ts'

type Props = ComponentProps<typeof ComposerText> & { readonly onLeft: (wasIn: boolean) => void }

/**
 * The plain box until the editor is there. Who writes in it already goes on in the editor: without that the next letters were
 * taken for keys of the page, and an s proposed a solution.
 */
export const UntilEditor = ({ onLeft, ...props }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const own = place.current
    return () => onLeft(own?.contains(document.activeElement) ?? false)
  }, [onLeft])
  return (
    <div ref={place} style={{ display: 'contents' }}>
      <ComposerText {...props} />
    </div>
  )
}
