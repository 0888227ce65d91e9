import { defineConfig } from 'astro/config'

export default defineConfig({
  // What was read before stands here: keep this folder from one build to the next. `npm ci` empties the usual one.
  cacheDir: './.cache'
})
