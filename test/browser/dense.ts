import { DENSE, writeDenseStudy } from '../support/dense-study.ts'
import { type DemoServer, serveDemo } from './demo.ts'

/** A server with a crowded study: see `writeDenseStudy`. */
export function serveDense(long?: Parameters<typeof writeDenseStudy>[1]): DemoServer {
  return serveDemo({ slug: DENSE, write: (folder) => writeDenseStudy(folder, long) })
}
