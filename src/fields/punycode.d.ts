// the package brings no types
declare module 'punycode.js' {
  const punycode: {
    /** RFC 3492 for each label that begins with xn--; throws RangeError at what is none. */
    readonly toUnicode: (domain: string) => string
  }
  export default punycode
}
