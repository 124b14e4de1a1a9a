/**
 * What is too much at once. What goes beyond it is answered with a sentence and begins nothing, so that it can be sent again: 429 where one coder asks for too much,
 * 503 where all together do.
 */
export const limits = {
  /** Requests in hand. An answer takes some 10 ms of the processor: whoever comes after so many would wait three seconds and think that nothing happens. */
  inHand: 300,
  /** Requests in hand of one coder. A browser has six at a time; many windows and a program have room. */
  inHandEach: 60,
  /** Streams of events. Each is a connection and costs some microseconds an act: 50 coders with two pages each have room four times over. */
  streams: 400,
  /** Streams of one coder. Only pages that are seen listen, six to a browser. */
  streamsEach: 60,
  /** Jobs that wait for the two threads of pages and exports. At a second each the last waits half a minute. */
  jobs: 60,
  /** Files that wait to be read. Each draft waits with two at a time, so this is twenty imports at once; beyond it no new one is taken in. */
  readings: 40,
  /** Acts that wait for the one writer. At 10 ms each the last waits two seconds. */
  acts: 200,
  /** Milliseconds that an act waits for another program or thread that writes (an import from the command line, thousands of hits) before it is refused. */
  patience: 30_000,
  /** Seconds after which it may be tried again. */
  again: 2,
  /** Milliseconds in which what is under way is finished when the program is told to stop. Those who end programs (Docker, systemd) wait ten seconds or more. */
  stopping: 8_000,
} as const
