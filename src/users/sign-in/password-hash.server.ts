// Passwords as the sign-in library keeps them: scrypt with a salt of its own. It comes with the first password, as the library
// with the first sign-in: together a sixth of all that a server would have to read before it is there.

export const hashPassword = async (password: string): Promise<string> =>
  (await import('better-auth/crypto')).hashPassword(password)

export const verifyPassword = async (given: { hash: string; password: string }): Promise<boolean> =>
  (await import('better-auth/crypto')).verifyPassword(given)
