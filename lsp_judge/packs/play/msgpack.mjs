// MessagePack, as far as values of cases need it: null, booleans, numbers, strings, arrays.
//
// Integers beyond 2^53 are BigInts, because a double would round them.

const UTF8 = new TextDecoder("utf-8", { fatal: true });

class Writer {
  constructor() {
    this.bytes = new Uint8Array(256);
    this.view = new DataView(this.bytes.buffer);
    this.used = 0;
  }

  room(count) {
    if (this.used + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + count));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  tag(tag, width = 0, put = null, value = 0) {
    this.room(1 + width);
    this.view.setUint8(this.used, tag);
    if (put) this.view[put](this.used + 1, value);
    this.used += 1 + width;
  }

  sized(count, tags) {
    for (const [most, tag, width, put] of tags) {
      if (count <= most) return put ? this.tag(tag, width, put, count) : this.tag(tag | count);
    }
    throw new RangeError(`${count} items are too many`);
  }

  append(bytes) {
    this.room(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }
}

const TEXT = [
  [31, 0xa0, 0, null],
  [0xff, 0xd9, 1, "setUint8"],
  [0xffff, 0xda, 2, "setUint16"],
  [0xffffffff, 0xdb, 4, "setUint32"],
];
const LIST = [
  [15, 0x90, 0, null],
  [0xffff, 0xdc, 2, "setUint16"],
  [0xffffffff, 0xdd, 4, "setUint32"],
];

function writeInteger(writer, value) {
  const big = BigInt(value);
  if (big >= 0n) {
    if (big < 0x80n) writer.tag(Number(big));
    else if (big <= 0xffffffffn) writer.tag(0xce, 4, "setUint32", Number(big));
    else writer.tag(0xcf, 8, "setBigUint64", big);
  } else if (big >= -32n) writer.tag(Number(big) & 0xff);
  else if (big >= -0x80000000n) writer.tag(0xd2, 4, "setInt32", Number(big));
  else writer.tag(0xd3, 8, "setBigInt64", big);
}

function write(writer, value) {
  if (value === null || value === undefined) writer.tag(0xc0);
  else if (value === true || value === false) writer.tag(value ? 0xc3 : 0xc2);
  else if (typeof value === "bigint" || Number.isInteger(value)) writeInteger(writer, value);
  else if (typeof value === "number") writer.tag(0xcb, 8, "setFloat64", value);
  else if (typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    writer.sized(bytes.length, TEXT);
    writer.append(bytes);
  } else if (Array.isArray(value)) {
    writer.sized(value.length, LIST);
    for (const item of value) write(writer, item);
  } else throw new TypeError(`${typeof value} is no value of a case`);
}

/** The bytes of a value. */
export function encode(value) {
  const writer = new Writer();
  write(writer, value);
  return writer.bytes.slice(0, writer.used);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  get(method, width) {
    const value = this.view[method](this.at); // a RangeError at the end
    this.at += width;
    return value;
  }

  text(length) {
    if (this.at + length > this.bytes.length) throw new RangeError("a string is cut off");
    this.at += length;
    return UTF8.decode(this.bytes.subarray(this.at - length, this.at));
  }

  list(count) {
    // An item takes one byte at least: a forged length must not ask for memory.
    if (count > this.bytes.length - this.at) throw new RangeError("an array is cut off");
    const items = [];
    for (let i = 0; i < count; i++) items.push(this.value());
    return items;
  }

  value() {
    const tag = this.get("getUint8", 1);
    if (tag <= 0x7f) return tag;
    if (tag >= 0xe0) return tag - 0x100;
    if ((tag & 0xf0) === 0x90) return this.list(tag & 0x0f);
    if ((tag & 0xe0) === 0xa0) return this.text(tag & 0x1f);
    const read = READ[tag];
    if (!read) throw new TypeError(`a value begins with the byte 0x${tag.toString(16)}`);
    return read(this);
  }
}

function narrow(big) {
  return Number.isSafeInteger(Number(big)) ? Number(big) : big;
}

const READ = {
  0xc0: () => null,
  0xc2: () => false,
  0xc3: () => true,
  0xca: (reader) => reader.get("getFloat32", 4),
  0xcb: (reader) => reader.get("getFloat64", 8),
  0xcc: (reader) => reader.get("getUint8", 1),
  0xcd: (reader) => reader.get("getUint16", 2),
  0xce: (reader) => reader.get("getUint32", 4),
  0xcf: (reader) => narrow(reader.get("getBigUint64", 8)),
  0xd0: (reader) => reader.get("getInt8", 1),
  0xd1: (reader) => reader.get("getInt16", 2),
  0xd2: (reader) => reader.get("getInt32", 4),
  0xd3: (reader) => narrow(reader.get("getBigInt64", 8)),
  0xd9: (reader) => reader.text(reader.get("getUint8", 1)),
  0xda: (reader) => reader.text(reader.get("getUint16", 2)),
  0xdb: (reader) => reader.text(reader.get("getUint32", 4)),
  0xdc: (reader) => reader.list(reader.get("getUint16", 2)),
  0xdd: (reader) => reader.list(reader.get("getUint32", 4)),
};

/** The value that `bytes` hold. Throws where they hold none, or more than one. */
export function decode(bytes) {
  const reader = new Reader(bytes);
  const value = reader.value();
  if (reader.at !== bytes.length) throw new RangeError("bytes follow the value");
  return value;
}
