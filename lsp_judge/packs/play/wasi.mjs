// As much of WASI (preview 1) as a solution needs: stdin, stdout, stderr, clocks, random numbers,
// exit. No files, no environment, no network. What is not here answers ENOSYS.

const BADF = 8;
const INVAL = 28;
const NOSYS = 52;
const SPIPE = 70;
const MOST_OUTPUT = 8 * 1024 * 1024;
const MOST_RANDOM = 65536; // of what getRandomValues gives at once
const CHARACTER_DEVICE = 2;

/** Thrown by proc_exit, to leave the module. */
export class Exit extends Error {
  constructor(status) {
    super(`exit status ${status}`);
    this.status = status;
  }
}

/** Thrown where a solution prints more than it may. */
export class TooMuchOutput extends Error {}

class Sink {
  constructor() {
    this.parts = [];
    this.length = 0;
  }

  add(bytes) {
    this.length += bytes.length;
    if (this.length > MOST_OUTPUT) throw new TooMuchOutput("it prints more than 8 MiB");
    this.parts.push(bytes);
  }

  bytes() {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

export class Wasi {
  constructor(stdin = new Uint8Array()) {
    this.stdin = stdin;
    this.read = 0;
    this.stdout = new Sink();
    this.stderr = new Sink();
    this.memory = null;
  }

  /** The functions that `module` imports. Throws where it wants something else than WASI. */
  imports(module) {
    const found = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (from !== "wasi_snapshot_preview1" || kind !== "function") {
        throw new TypeError(`the module imports ${from}.${name}, which is not WASI's`);
      }
      found[name] = this[name] ? this[name].bind(this) : () => NOSYS;
    }
    return { wasi_snapshot_preview1: found };
  }

  get view() {
    return new DataView(this.memory.buffer);
  }

  bytes(address, length) {
    return new Uint8Array(this.memory.buffer, address >>> 0, length >>> 0);
  }

  args_sizes_get(count, size) {
    // One argument, the program's name: some runtimes look at it without asking how many.
    this.view.setUint32(count, 1, true);
    this.view.setUint32(size, 9, true);
    return 0;
  }

  args_get(pointers, buffer) {
    this.view.setUint32(pointers, buffer, true);
    this.bytes(buffer, 9).set(new TextEncoder().encode("solution\0"));
    return 0;
  }

  environ_sizes_get(count, size) {
    this.view.setUint32(count, 0, true);
    this.view.setUint32(size, 0, true);
    return 0;
  }

  environ_get() {
    return 0;
  }

  clock_res_get(_clock, result) {
    this.view.setBigUint64(result, 1000n, true);
    return 0;
  }

  clock_time_get(clock, _precision, result) {
    this.view.setBigUint64(result, now(clock), true);
    return 0;
  }

  random_get(address, length) {
    for (let at = 0; at < length; at += MOST_RANDOM) {
      const count = Math.min(MOST_RANDOM, length - at);
      this.bytes(address + at, count).set(crypto.getRandomValues(new Uint8Array(count)));
    }
    return 0;
  }

  fd_read(file, vectors, count, result) {
    if (file !== 0) return BADF;
    let total = 0;
    for (const into of this.vectors(vectors, count)) {
      const some = this.stdin.subarray(this.read, this.read + into.length);
      into.set(some);
      this.read += some.length;
      total += some.length;
    }
    this.view.setUint32(result, total, true);
    return 0;
  }

  fd_write(file, vectors, count, result) {
    const sink = file === 1 ? this.stdout : file === 2 ? this.stderr : null;
    if (!sink) return BADF;
    let total = 0;
    for (const from of this.vectors(vectors, count)) {
      sink.add(from.slice());
      total += from.length;
    }
    this.view.setUint32(result, total, true);
    return 0;
  }

  vectors(address, count) {
    const view = this.view;
    return Array.from({ length: count }, (_, index) => {
      const at = address + 8 * index;
      return this.bytes(view.getUint32(at, true), view.getUint32(at + 4, true));
    });
  }

  fd_fdstat_get(file, result) {
    if (file > 2) return BADF;
    this.bytes(result, 24).fill(0);
    this.view.setUint8(result, CHARACTER_DEVICE);
    // The rights to read and to write, which C libraries look at before they use a stream.
    this.view.setBigUint64(result + 8, file === 0 ? 2n : 64n, true);
    return 0;
  }

  fd_fdstat_set_flags(file) {
    return file > 2 ? BADF : 0;
  }

  fd_filestat_get(file, result) {
    if (file > 2) return BADF;
    this.bytes(result, 64).fill(0);
    this.view.setUint8(result + 16, CHARACTER_DEVICE);
    return 0;
  }

  // A stream has no places: who hears that reads and writes in turn.
  fd_seek(file) {
    return file > 2 ? BADF : SPIPE;
  }

  fd_tell(file) {
    return this.fd_seek(file);
  }

  fd_pread(file) {
    return this.fd_seek(file);
  }

  fd_pwrite(file) {
    return this.fd_seek(file);
  }

  fd_close(file) {
    return file > 2 ? BADF : 0;
  }

  fd_prestat_get() {
    return BADF; // no directory is open
  }

  fd_prestat_dir_name() {
    return BADF;
  }

  sched_yield() {
    return 0;
  }

  /** Sleeps until the first clock of the subscriptions, as Go's runtime asks for. */
  poll_oneoff(subscriptions, events, count, result) {
    if (count === 0) return INVAL;
    const view = this.view;
    let first = null;
    for (let index = 0; index < count; index++) {
      const at = subscriptions + 48 * index;
      const wait = view.getUint8(at + 8) === 0 ? remaining(view, at) : 0n;
      if (!first || wait < first.wait) first = { at, wait };
    }
    for (const end = now(1) + first.wait; now(1) < end; );
    this.bytes(events, 32).fill(0);
    view.setBigUint64(events, view.getBigUint64(first.at, true), true);
    view.setUint8(events + 10, view.getUint8(first.at + 8));
    view.setUint32(result, 1, true);
    return 0;
  }

  proc_exit(status) {
    throw new Exit(status);
  }
}

/** Nanoseconds: since 1970 for the clock 0, else since some instant. */
function now(clock) {
  const instant = performance.now();
  return BigInt(Math.round((clock === 0 ? performance.timeOrigin + instant : instant) * 1e6));
}

function remaining(view, at) {
  const timeout = view.getBigUint64(at + 24, true);
  const absolute = view.getUint16(at + 40, true) & 1;
  const wait = absolute ? timeout - now(view.getUint32(at + 16, true)) : timeout;
  return wait > 0n ? wait : 0n;
}
