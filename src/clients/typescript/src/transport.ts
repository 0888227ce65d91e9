import { ProblemError, UnreachableError } from './errors.js'
import type { Problem } from './types.js'

/** An answer and the tag by which the server knows it (RFC 9110, 8.8.3). */
export interface Remembered {
  readonly etag: string
  readonly body: string
}

/** Remembers answers by address. A `Map` is one. */
export interface Memory {
  get(address: string): Remembered | undefined
  set(address: string, answer: Remembered): unknown
}

export interface TransportOptions {
  /** The address of the server, such as `https://content.example`. */
  readonly base: string
  readonly fetch?: typeof fetch
  /** The number of times that a request is sent again which the server could not answer; 3. */
  readonly retries?: number
  /** The longest wait before a request is sent again, in seconds; where the server asks for more, it is not; 60. */
  readonly longestWait?: number
  /** The seconds that one try may take; 30. */
  readonly timeout?: number
  readonly memory?: Memory
}

export interface Asked {
  readonly query?: object | undefined
  readonly body?: object | undefined
  readonly signal?: AbortSignal | undefined
  /** Tells whether an answer may be asked for again; every one may where nothing is said. */
  readonly remember?: ((answer: unknown) => boolean) | undefined
}

const TRANSIENT = [429, 502, 503, 504]
const CHARACTERS_REMEMBERED = 4_000_000

/** Forgets what was asked for the longest ago. */
class RecentMemory implements Memory {
  private readonly answers = new Map<string, Remembered>()
  private size = 0

  get(address: string): Remembered | undefined {
    const found = this.answers.get(address)
    if (found) {
      this.answers.delete(address)
      this.answers.set(address, found)
    }
    return found
  }

  set(address: string, answer: Remembered): void {
    this.size += answer.body.length - (this.answers.get(address)?.body.length ?? 0)
    this.answers.delete(address)
    this.answers.set(address, answer)
    for (const [oldest, { body }] of this.answers) {
      if (this.size <= CHARACTERS_REMEMBERED) return
      this.answers.delete(oldest)
      this.size -= body.length
    }
  }
}

/** Asks with `fetch` and nothing else, so that it works wherever that does. */
export class Transport {
  private readonly base: string
  private readonly send: typeof fetch
  private readonly retries: number
  private readonly longestWait: number
  private readonly timeout: number
  private readonly memory: Memory

  constructor(options: TransportOptions) {
    if (!/^https?:\/\/[^?#]+$/.test(options.base)) throw new TypeError(`The base '${options.base}' is no address such as https://content.example.`)
    this.base = options.base.replace(/\/+$/, '')
    this.send = options.fetch ?? ((...asked) => fetch(...asked))
    this.retries = options.retries ?? 3
    this.longestWait = options.longestWait ?? 60
    this.timeout = options.timeout ?? 30
    this.memory = options.memory ?? new RecentMemory()
  }

  /** The JSON at a path. What is sent changes nothing on the server, and so may be sent again. */
  async json<T>(path: string, asked: Asked = {}): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return (await this.once(path, asked)) as T
      } catch (error) {
        const wait = this.wait(error, tries)
        if (wait === undefined) throw error
        await pause(wait, asked.signal)
      }
    }
  }

  /** Seconds until the next try, with chance in them lest all clients come at once; nothing where there is to be none. */
  private wait(failure: unknown, tries: number): number | undefined {
    if (!(failure instanceof UnreachableError || failure instanceof ProblemError)) return undefined
    if ((failure.status && !TRANSIENT.includes(failure.status)) || tries >= this.retries) return undefined
    const wanted = failure.retryAfter ?? 0
    if (wanted > this.longestWait) return undefined
    return Math.min(this.longestWait, Math.max(wanted, 2 ** tries / 2)) + Math.random() * Math.max(0.5, wanted / 4)
  }

  /** Without memory, an answer is as good. */
  private remember(address: string, answer: Remembered): void {
    try {
      this.memory.set(address, answer)
    } catch {
      // Such as a storage that is full.
    }
  }

  private async once(path: string, { query, body, signal, remember }: Asked): Promise<unknown> {
    const address = this.base + path + queryText(query)
    const known = body ? undefined : this.memory.get(address)
    const headers: Record<string, string> = { accept: 'application/json' }
    if (known) headers['if-none-match'] = known.etag
    if (body) headers['content-type'] = 'application/json'
    const limit = new AbortController()
    const abort = () => limit.abort()
    const timer = Number.isFinite(this.timeout) ? setTimeout(abort, this.timeout * 1000) : undefined
    signal?.addEventListener('abort', abort)
    try {
      if (signal?.aborted) throw aborted(signal)
      const request = { headers, signal: limit.signal, ...(body && { method: 'POST', body: JSON.stringify(body) }) }
      const answer = await this.send(address, request)
      if (answer.status === 304 && known) return JSON.parse(known.body)
      const text = await answer.text()
      if (!answer.ok) throw refusal(answer, text)
      const value: unknown = JSON.parse(text)
      const etag = answer.headers.get('etag')
      if (etag && !body && (remember?.(value) ?? true)) this.remember(address, { etag, body: text })
      return value
    } catch (error) {
      if (signal?.aborted) throw aborted(signal)
      throw error instanceof ProblemError || error instanceof UnreachableError ? error : new UnreachableError(`No whole answer came from ${this.base}${path}.`, error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}

function refusal(answer: Response, text: string): Error {
  const asked = answer.headers.get('retry-after')
  const seconds = !asked ? NaN : /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000
  const retryAfter = Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
  if (/^application\/problem\+json\b/i.test(answer.headers.get('content-type') ?? '')) {
    return new ProblemError(JSON.parse(text) as Problem, retryAfter)
  }
  return new UnreachableError(`Something that is not the server answered with ${answer.status}.`, undefined, answer.status, retryAfter)
}

/** Lists are written with commas. Not with `URLSearchParams`, which React Native has only in part. */
function queryText(query: object = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${[value].flat().map(each => encodeURIComponent(String(each))).join(',')}`)
  return pairs.length ? `?${pairs.join('&')}` : ''
}

function aborted(signal: AbortSignal): unknown {
  return signal.reason ?? Object.assign(new Error('The request was ended.'), { name: 'AbortError' })
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(aborted(signal as AbortSignal))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end)
      resolve()
    }, seconds * 1000)
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end)
  })
}
