"""Packages by the names that sources use without importing them."""

from __future__ import annotations

# The standard library, as far as solutions use it. What is not in here has to be imported.
STANDARD = {
    "atomic": "sync/atomic",
    "base64": "encoding/base64",
    "big": "math/big",
    "binary": "encoding/binary",
    "bits": "math/bits",
    "bufio": "bufio",
    "bytes": "bytes",
    "cmp": "cmp",
    "cmplx": "math/cmplx",
    "context": "context",
    "crc32": "hash/crc32",
    "debug": "runtime/debug",
    "errors": "errors",
    "fmt": "fmt",
    "fnv": "hash/fnv",
    "heap": "container/heap",
    "hex": "encoding/hex",
    "io": "io",
    "iter": "iter",
    "json": "encoding/json",
    "list": "container/list",
    "log": "log",
    "maphash": "hash/maphash",
    "maps": "maps",
    "math": "math",
    "md5": "crypto/md5",
    "os": "os",
    "rand": "math/rand",
    "reflect": "reflect",
    "regexp": "regexp",
    "ring": "container/ring",
    "runtime": "runtime",
    "sha256": "crypto/sha256",
    "slices": "slices",
    "sort": "sort",
    "strconv": "strconv",
    "strings": "strings",
    "sync": "sync",
    "time": "time",
    "unicode": "unicode",
    "unsafe": "unsafe",
    "utf16": "unicode/utf16",
    "utf8": "unicode/utf8",
}

# What only the second version of math/rand has.
RAND_V2 = frozenset(
    {"IntN", "Int32N", "Int64N", "UintN", "Uint32N", "Uint64N", "N", "NewPCG", "NewChaCha8"}
)


def last_name(path: str) -> str:
    """The name under which an import without a name of its own is used: `math/rand/v2` is rand."""
    parts = path.split("/")
    if len(parts) > 1 and parts[-1][:1] == "v" and parts[-1][1:].isdigit():
        parts.pop()
    return parts[-1]
