import fc from 'fast-check'

/** Properties are tried on other cases each time, and in CI on the same ones: a run there says something of the change, not of chance. Everybody's own runs look further. */
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_121 })
