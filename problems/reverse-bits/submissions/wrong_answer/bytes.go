func reverseBits(num uint32) uint32 {
	return bits.ReverseBytes32(num)
}
