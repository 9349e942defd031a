// Where a floating panel stands: under its button, at the same start edge, turned to the other side where there is no room.

export type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
export type Size = { readonly width: number; readonly height: number }
type Asked = {
  readonly anchor: Box
  readonly panel: Size
  readonly view: Size
  readonly align: 'start' | 'end'
  readonly rtl: boolean
}

const gap = 6
const edge = 8

/** In pixels of the view, from its top left corner. */
export const placeOf = ({
  anchor,
  panel,
  view,
  align,
  rtl,
}: Asked): { top: number; left: number; maxHeight: number } => {
  const roomBelow = view.height - anchor.bottom - gap - edge
  const roomAbove = anchor.top - gap - edge
  const below = panel.height <= roomBelow || roomBelow >= roomAbove
  const maxHeight = Math.max(120, below ? roomBelow : roomAbove)
  const height = Math.min(panel.height, maxHeight)
  const atLeftEdge = (align === 'start') !== rtl
  const left = atLeftEdge ? anchor.left : anchor.right - panel.width
  return {
    top: below ? anchor.bottom + gap : anchor.top - gap - height,
    left: Math.min(Math.max(edge, left), Math.max(edge, view.width - panel.width - edge)),
    maxHeight,
  }
}
