// Our drawings hand numbers to their style sheets as custom properties.
import 'react'

declare module 'react' {
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number | undefined
  }
}
