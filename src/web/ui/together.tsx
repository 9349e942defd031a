import type { ReactNode } from 'react'

/** Letters and figures that a hyphen joins: MF-20892. A browser would end a line at the hyphen. */
const joined = /(?<![\p{L}\p{N}-])((?:[\p{L}\p{N}]{1,12}-){1,2}\d{1,12})(?![\p{L}\p{N}-])/gu

/** A sentence whose ticket numbers stay on one line. What is copied of it is the same, sign for sign. */
export const together = (said: ReactNode): ReactNode => {
  if (typeof said !== 'string') return said
  const pieces = said.split(joined)
  if (pieces.length === 1) return said
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="together">
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}
