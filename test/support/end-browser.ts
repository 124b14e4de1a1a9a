import { afterAll } from 'vitest'
import { endBrowser } from './browser.ts'

afterAll(endBrowser)
