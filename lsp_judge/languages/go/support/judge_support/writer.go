package judge_support

import "math"

// Writer encodes MessagePack.
type Writer struct{ data []byte }

// sized appends a tag and the low width bytes of value, big-endian.
func (writer *Writer) sized(tag byte, value uint64, width int) {
	writer.data = append(writer.data, tag)
	for shift := 8 * (width - 1); shift >= 0; shift -= 8 {
		writer.data = append(writer.data, byte(value>>shift))
	}
}

// PutNil writes the result of a function that has none.
func PutNil(writer *Writer) { writer.data = append(writer.data, 0xc0) }

// PutBool writes true or false.
func PutBool(writer *Writer, value bool) {
	tag := byte(0xc2)
	if value {
		tag = 0xc3
	}
	writer.data = append(writer.data, tag)
}

// PutInt writes an integer in the shortest form.
func PutInt[T Integer](writer *Writer, value T) {
	if value < 0 {
		writer.negative(int64(value))
	} else {
		writer.positive(uint64(value))
	}
}

func (writer *Writer) positive(value uint64) {
	switch {
	case value < 0x80:
		writer.data = append(writer.data, byte(value))
	case value <= math.MaxUint8:
		writer.sized(0xcc, value, 1)
	case value <= math.MaxUint16:
		writer.sized(0xcd, value, 2)
	case value <= math.MaxUint32:
		writer.sized(0xce, value, 4)
	default:
		writer.sized(0xcf, value, 8)
	}
}

func (writer *Writer) negative(value int64) {
	switch {
	case value >= -32:
		writer.data = append(writer.data, byte(value))
	case value >= math.MinInt8:
		writer.sized(0xd0, uint64(value), 1)
	case value >= math.MinInt16:
		writer.sized(0xd1, uint64(value), 2)
	case value >= math.MinInt32:
		writer.sized(0xd2, uint64(value), 4)
	default:
		writer.sized(0xd3, uint64(value), 8)
	}
}

// PutReal writes a floating point number as 64 bits; NaN and infinities pass.
func PutReal[T Float](writer *Writer, value T) {
	writer.sized(0xcb, math.Float64bits(float64(value)), 8)
}

// PutString writes a string; what is no UTF-8 in it becomes U+FFFD, for MessagePack's sake.
func PutString(writer *Writer, value string) {
	if !ascii(value) {
		value = string([]rune(value))
	}
	size := uint64(len(value))
	switch {
	case size < 32:
		writer.data = append(writer.data, 0xa0|byte(size))
	case size <= math.MaxUint8:
		writer.sized(0xd9, size, 1)
	case size <= math.MaxUint16:
		writer.sized(0xda, size, 2)
	default:
		writer.sized(0xdb, size, 4)
	}
	writer.data = append(writer.data, value...)
}

func ascii(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// PutChar writes a code point as a string of one character.
func PutChar[T Integer](writer *Writer, value T) { PutString(writer, string(rune(value))) }

// PutSlice writes an array, each element by element; nil is an empty array.
func PutSlice[T any](writer *Writer, values []T, element func(*Writer, T)) {
	putSize(writer, len(values))
	for _, value := range values {
		element(writer, value)
	}
}

func putSize(writer *Writer, count int) {
	size := uint64(count)
	switch {
	case size < 16:
		writer.data = append(writer.data, 0x90|byte(size))
	case size <= math.MaxUint16:
		writer.sized(0xdc, size, 2)
	default:
		writer.sized(0xdd, size, 4)
	}
}
