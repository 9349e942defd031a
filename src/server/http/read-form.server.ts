import { parseForm, type Filled, type Form } from '../../fields/form.ts'
import { refuseFields } from '../errors/refusal.ts'

/** A form at the door: the values, or a 422 that names every field that is wrong. */
export function readForm<F extends Form>(form: F, input: unknown): Filled<F> {
  const parsed = parseForm(form, input)
  return parsed.ok ? parsed.values : refuseFields(...parsed.errors)
}
