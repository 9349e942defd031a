/**
 * A key that nobody else makes. `crypto.randomUUID` would be shorter, but browsers give it to https and localhost alone, and
 * many a desk runs by http in its own house.
 */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
