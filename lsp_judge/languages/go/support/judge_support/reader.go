package judge_support

import "math"

// Integer holds every integer type that a parameter or a result may have.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// Float holds the floating point types.
type Float interface{ ~float32 | ~float64 }

// Reader decodes MessagePack. The first failure stays: all later reads return zero values.
type Reader struct {
	data    []byte
	at      int
	failure string
}

func (reader *Reader) fail(wanted string) {
	if reader.failure == "" {
		reader.failure = wanted + " expected at byte " + decimal(uint64(reader.at)) + " of the input"
	}
}

// take returns the next count bytes, nil where there are fewer.
func (reader *Reader) take(count int) []byte {
	if reader.failure != "" || count > len(reader.data)-reader.at {
		reader.fail("more bytes")
		return nil
	}
	taken := reader.data[reader.at : reader.at+count]
	reader.at += count
	return taken
}

// bits reads a big-endian number of 1, 2, 4 or 8 bytes.
func (reader *Reader) bits(width int) uint64 {
	var value uint64
	for _, part := range reader.take(width) {
		value = value<<8 | uint64(part)
	}
	return value
}

func (reader *Reader) tag() byte {
	if taken := reader.take(1); taken != nil {
		return taken[0]
	}
	return 0xc1 // The one byte that MessagePack never uses.
}

// integer reads any width; negative says that value is to be read as two's complement.
func (reader *Reader) integer(tag byte) (value uint64, negative, ok bool) {
	switch {
	case tag < 0x80:
		return uint64(tag), false, true
	case tag >= 0xe0:
		return uint64(int64(int8(tag))), true, true
	case tag >= 0xcc && tag <= 0xcf:
		return reader.bits(1 << (tag - 0xcc)), false, true
	case tag >= 0xd0 && tag <= 0xd3:
		width := 1 << (tag - 0xd0)
		unused := 64 - 8*width
		signed := int64(reader.bits(width)<<unused) >> unused
		return uint64(signed), signed < 0, true
	}
	return 0, false, false
}

// Int reads an integer; one that T cannot hold is a failure.
func Int[T Integer](reader *Reader) T {
	start := reader.at
	value, negative, ok := reader.integer(reader.tag())
	result := T(value)
	// A value fits where it survives the way there and back with its sign.
	if !ok || uint64(result) != value || (result < 0) != negative {
		reader.at = start
		reader.fail("an integer that fits the parameter's type")
	}
	return result
}

// Real reads a floating point number, or an integer as one.
func Real[T Float](reader *Reader) T {
	start := reader.at
	tag := reader.tag()
	switch tag {
	case 0xca:
		return T(math.Float32frombits(uint32(reader.bits(4))))
	case 0xcb:
		return T(math.Float64frombits(reader.bits(8)))
	}
	value, negative, ok := reader.integer(tag)
	if !ok {
		reader.at = start
		reader.fail("a number")
	}
	if negative {
		return T(int64(value))
	}
	return T(value)
}

// Bool reads true or false.
func Bool(reader *Reader) bool {
	tag := reader.tag()
	if tag != 0xc2 && tag != 0xc3 {
		reader.at--
		reader.fail("a boolean")
	}
	return tag == 0xc3
}

// String reads a string; its bytes are copied.
func String(reader *Reader) string {
	return string(reader.text())
}

func (reader *Reader) text() []byte {
	start := reader.at
	tag := reader.tag()
	size := uint64(0)
	switch {
	case tag >= 0xa0 && tag <= 0xbf:
		size = uint64(tag & 0x1f)
	case tag >= 0xd9 && tag <= 0xdb:
		size = reader.bits(1 << (tag - 0xd9))
	default:
		reader.at = start
		reader.fail("a string")
	}
	return reader.take(int(size))
}

// Char reads a string of one character whose code point T can hold.
func Char[T Integer](reader *Reader) T {
	start := reader.at
	characters := []rune(string(reader.text()))
	if len(characters) != 1 || rune(T(characters[0])) != characters[0] {
		reader.at = start
		reader.fail("a string of one character that fits the parameter's type")
		return 0
	}
	return T(characters[0])
}

// Size reads the number of an array's elements: never more than there are bytes left.
func (reader *Reader) Size() int {
	start := reader.at
	tag := reader.tag()
	size := uint64(0)
	switch {
	case tag >= 0x90 && tag <= 0x9f:
		size = uint64(tag & 0x0f)
	case tag == 0xdc || tag == 0xdd:
		size = reader.bits(2 << (tag - 0xdc))
	default:
		reader.at = start
		reader.fail("an array")
	}
	if size > uint64(len(reader.data)-reader.at) {
		reader.fail("an array's elements")
	}
	if reader.failure != "" {
		return 0
	}
	return int(size)
}

// Nil consumes a nil where there is one.
func (reader *Reader) Nil() bool {
	if reader.failure != "" || reader.at >= len(reader.data) || reader.data[reader.at] != 0xc0 {
		return false
	}
	reader.at++
	return true
}

// AtArray says whether the next value is an array.
func (reader *Reader) AtArray() bool {
	if reader.failure != "" || reader.at >= len(reader.data) {
		return false
	}
	tag := reader.data[reader.at]
	return tag&0xf0 == 0x90 || tag == 0xdc || tag == 0xdd
}

// Slice reads an array, each element by element.
func Slice[T any](reader *Reader, element func(*Reader) T) []T {
	values := make([]T, reader.Size())
	for i := range values {
		if reader.failure != "" {
			break
		}
		values[i] = element(reader)
	}
	return values
}
