// What a field lacks, said in the page's language: left alone, the browser says it in its own.

export type Lack = 'required' | 'notAnAddress'

export const letFieldsSay = (sentence: (lack: Lack) => string, page: Document = document): (() => void) => {
  const say = ({ target }: Event) => {
    if (!isControl(target)) return
    target.setCustomValidity('')
    const lack = lackOf(target.validity, target.type)
    if (lack) target.setCustomValidity(sentence(lack))
  }
  const forget = ({ target }: Event) => isControl(target) && target.setCustomValidity('')
  // before the browser looks again: a field may have been filled without anybody typing
  const lookAnew = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest('button')?.form : undefined
    for (const control of form?.elements ?? []) if (isControl(control)) control.setCustomValidity('')
  }
  page.addEventListener('invalid', say, true)
  page.addEventListener('input', forget, true)
  page.addEventListener('change', forget, true)
  page.addEventListener('click', lookAnew, true)
  return () => {
    page.removeEventListener('invalid', say, true)
    page.removeEventListener('input', forget, true)
    page.removeEventListener('change', forget, true)
    page.removeEventListener('click', lookAnew, true)
  }
}

/** Anything else that a browser finds (a number's step, a length) is not asked for on our pages, or said by the server. */
const lackOf = ({ valueMissing, typeMismatch }: ValidityState, type: string): Lack | undefined => {
  if (valueMissing) return 'required'
  return typeMismatch && type === 'email' ? 'notAnAddress' : undefined
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
