// The part of a list's address that asks for added fields: custom.yard=north.

export type CustomAsked = { readonly [Name in `custom.${string}`]?: string }

export const customAskedIn = (search: Readonly<Record<string, unknown>>): CustomAsked =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, given]) => {
      if (!/^custom\.[a-z][A-Za-z0-9]{0,39}$/u.test(name)) return []
      return typeof given === 'string' && given !== '' ? [[name, given]] : []
    }),
  )
