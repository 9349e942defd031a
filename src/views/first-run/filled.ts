/** What the set-up page asks. */
export type Filled = {
  readonly organisation: string
  readonly language: string
  readonly timeZone: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly joinSupportDesk: boolean
}

export type PartProps = {
  readonly filled: Filled
  readonly wrong: Readonly<Record<string, string>>
  readonly change: (changed: Partial<Filled>) => void
}
