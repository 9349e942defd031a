/**
 * Puts a text where it can be pasted from. Browsers give `navigator.clipboard` to https and localhost alone, and many a desk
 * runs by http in its own house: there the text is marked in a field and copied as by hand. It may be called from a press only. Fails where
 * the browser does not let it.
 */
export async function copyText(text: string): Promise<void> {
  // absent there, whatever its type says
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (clipboard) return clipboard.writeText(text)
  // inside of the dialog that is open, if one is: outside of it nothing can have the focus
  const place = document.activeElement?.closest('[role="dialog"], dialog') ?? document.body
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  place.append(field)
  field.select()
  // old, and the only way that http has
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  if (!copied) throw new Error('The browser did not copy.')
}
